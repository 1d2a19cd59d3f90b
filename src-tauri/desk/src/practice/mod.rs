//! The practice register: made-up cases in every stage, ending and trouble, played through the real desk day by day up
//! to today. Nothing here is a fixture: each case goes through the same rules as a real one.
mod anchor;
mod envelope;
mod hospital;
mod life;
mod lives;
mod moves;
mod people;
mod play;

use std::path::Path;
use std::sync::Arc;

use chrono::{Duration, NaiveTime};
use register::{Register, RegisterKind, Trouble};

use crate::clock::SetClock;
use crate::desk::{Desk, Place, State};
use crate::outside::Outside;
use crate::wire::Failure;

pub use lives::count as lives;

/// Paper goes nowhere while the past is played.
struct Nowhere;

impl Outside for Nowhere {
    fn print(&self, _pdf: &[u8], job: &crate::PrintJob) -> Result<String, String> {
        Ok(job.title.clone())
    }
    fn save(&self, _pdf: &[u8], _suggested: &str) -> Result<bool, String> {
        Ok(false)
    }
}

/// Makes the practice register of today at `path`: built under another name and moved when whole.
pub(crate) fn create(desk: &Desk, path: &Path) -> Result<Register, Failure> {
    let io = |error: std::io::Error| Failure::from(Trouble::from(error));
    std::fs::create_dir_all(&desk.place.folder).map_err(io)?;
    forget_older(desk, path);
    let making = desk.place.folder.join(".making");
    if making.exists() {
        std::fs::remove_dir_all(&making).map_err(io)?;
    }
    let register = {
        let now = desk.now();
        let clock = Arc::new(SetClock::at(now - Duration::days(200)));
        let place = Place { folder: making.clone(), practice: true };
        std::fs::create_dir_all(&making).map_err(io)?;
        let file = place.register(now.date());
        let register = Register::create(&file, RegisterKind::Practice, now - Duration::days(200))?;
        let anchor = anchor::Anchor::new(now, crate::reference::default_profile());
        let lives = lives::lives();
        hospital::furnish(&register, now - Duration::days(200), &anchor, &lives)?;
        let past = Desk::over(place, Box::new(clock.clone()), Box::new(Nowhere));
        let open = past.with_rules(register)?;
        *past.state.write().expect("the state is swapped whole") = State::Open(Arc::new(open));
        play::play(&past, &clock, anchor, &lives)?;
        past.close();
        file
    };
    register::restore(&register, path, desk.now())?;
    std::fs::remove_dir_all(&making).map_err(io)?;
    Ok(Register::open(path)?)
}

/// Practice registers of other days are of no use: made-up people only, made anew each morning.
fn forget_older(desk: &Desk, today: &Path) {
    let Ok(entries) = std::fs::read_dir(&desk.place.folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let today = today.file_name().is_some_and(|file| name.starts_with(&*file.to_string_lossy()));
        if name.starts_with("practice-2") && !today {
            // Left over from a day that cannot come back; a file that stays does no harm.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Desk hours in which the played past happens.
pub(crate) fn at(time: (u32, u32)) -> NaiveTime {
    NaiveTime::from_hms_opt(time.0, time.1, 0).expect("a time of day written in this room")
}
