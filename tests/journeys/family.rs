//! What a clerk does where a family member applies for the patient (R57, R58), by keyboard alone.
use crate::deeds::Section;
use crate::window::{CTRL, ENTER, Window};

/// Who applies for the patient and comes alone.
pub struct Relative {
    pub kinship: &'static str,
    pub family: &'static str,
    pub given: &'static str,
    pub kana: (&'static str, &'static str),
    pub phone: &'static str,
}

impl Window {
    /// On the form: somebody of the family comes instead of the patient.
    pub fn comes_instead(&self, who: &Relative) {
        self.answer("どなたが", "家族だけ");
        self.choose("続柄", who.kinship);
        self.fill("#applicant-kana", who.kana.0);
        self.fill("相談に来る方のフリガナ 名", who.kana.1);
        self.fill("#applicant-name", who.family);
        self.fill("相談に来る方のお名前 名", who.given);
        self.fill("#applicant-phone", who.phone);
    }

    /// The envelope says that this one is brought on the day.
    pub fn announce_for_the_day(&self, item: &str) {
        self.tick(&format!("{item}は当日持参"));
    }

    /// A packet that came without a call is explained in a call, which is what comes next (R4).
    pub fn explain_by_call(&self, identity: [&str; 2], number: &str) {
        self.go(Section::Overview);
        self.push("電話をかける");
        self.sees(number);
        for known in identity {
            self.tick(known);
        }
        self.push("お話しした、と記録する");
        self.sees("電話を記録しました：お話しした");
    }

    /// In the checklist: it will be brought on the day.
    pub fn agree_to_bring(&self, item: &str) {
        self.go(Section::Items);
        self.push(item);
        self.push("当日お持ちになる");
        self.sees(&format!("{item}は当日お持ちになる"));
    }

    /// In the checklist: one sheet of it is here, and nothing is wrong with it.
    pub fn check_item(&self, item: &str) {
        self.go(Section::Items);
        self.push(item);
        self.has_focus("枚数");
        self.chord(CTRL, ENTER);
        self.sees(&format!("{item}を点検した"));
    }

    /// The talk may not begin, and the window says what lacks.
    pub fn cannot_consult(&self, lack: &str) {
        self.go(Section::Report);
        self.sees(lack);
        self.finds_blocked("相談を行った");
    }
}
