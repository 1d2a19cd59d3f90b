//! Cases that went well from the first call to the last page, for the ledger and the year's figures.
use domain::visit::Return;

use super::super::life::{Life, Move, life};

pub(super) fn lives() -> Vec<Life> {
    let in_person = [("ishii", "hangai", -14), ("shibuya", "kikuta", -25), ("aoki", "shishido", -36)];
    let later = [("mizuno", "nihei", -30), ("hoshino", "shiga", -52)];
    let online = [("taniguchi", "watari", -22), ("onishi", "takeyama", -41)];
    let mut lives = Vec::new();
    for (who, doctor, visit) in in_person {
        let seen = life(who).seen(doctor, visit, false).handed_over(visit);
        lives.push(seen.returns(visit, Return::HandedOver {}));
    }
    for (who, doctor, visit) in later {
        lives.push(
            life(who).seen(doctor, visit, true).report_sent(visit + 4).then(visit + 6, Move::ReturnByPost),
        );
    }
    for (who, doctor, visit) in online {
        let seen = life(who).online().seen(doctor, visit, false);
        lives.push(seen.report_sent(visit + 3).then(visit + 5, Move::ReturnByPost));
    }
    // Seen in person and in the epilepsy department: only the online way is another.
    lives.push(life("kanda").seen("tsukada", -17, true).report_sent(-13).then(-12, Move::ReturnByPost));
    lives
}
