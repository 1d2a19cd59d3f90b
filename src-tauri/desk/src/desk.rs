//! The desk itself: the open register with the hospital's rules, who works at it, and the one door to all commands.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use chrono::{NaiveDate, NaiveDateTime};
use documents::Fonts;
use domain::Rules;
use domain::brief::{brief, search_fields};
use domain::ids::Mark;
use register::{Register, Trouble};

use crate::clock::Clock;
use crate::outside::Outside;
use crate::reference;
use crate::trouble::is_damage;
use crate::wire::Failure;

/// Largest request the desk reads, in bytes.
pub const REQUEST_LIMIT: usize = 1 << 20;

/// Where a desk keeps its things.
#[derive(Clone, Debug)]
pub struct Place {
    pub folder: PathBuf,
    /// A register of made-up people; never the hospital's own file.
    pub practice: bool,
}

impl Place {
    /// A practice register is made anew every day, so that its dates never go stale.
    pub fn register(&self, today: NaiveDate) -> PathBuf {
        match self.practice {
            true => self.folder.join(format!("practice-{}.sqlite3", today.format("%Y%m%d"))),
            false => self.folder.join("register.sqlite3"),
        }
    }
    pub fn backups(&self) -> PathBuf {
        self.folder.join(if self.practice { "practice-backups" } else { "backups" })
    }
}

/// An open register and what goes with it.
pub(crate) struct Open {
    pub register: Register,
    pub rules: RwLock<Arc<Rules>>,
    pub person: Mutex<Option<String>>,
    pub damaged: AtomicBool,
    /// The newest verified backup, looked up once at the start.
    pub last_backup: Mutex<Option<BackupRow>>,
}

impl Open {
    pub fn rules(&self) -> Arc<Rules> {
        self.rules.read().expect("rules are swapped whole").clone()
    }
    pub fn reload_rules(&self) -> Result<(), Failure> {
        let rules = reference::load(&self.register)?;
        *self.rules.write().expect("rules are swapped whole") = Arc::new(rules);
        Ok(())
    }
}

/// Whether there is a register, and why not.
pub(crate) enum State {
    Absent,
    Broken(Failure),
    Open(Arc<Open>),
}

/// One desk with one register. Commands may come from several threads.
pub struct Desk {
    pub(crate) place: Place,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) outside: Box<dyn Outside>,
    pub(crate) state: RwLock<State>,
    /// The faces with the hospital's own beside them, if it has one.
    own_faces: OnceLock<Option<Fonts>>,
}

impl Desk {
    /// Opens what is there: never creates a register of the hospital's, makes today's practice register when asked for
    /// one. A register that cannot be opened is a state of the desk, not an error.
    pub fn open(place: Place, clock: Box<dyn Clock>, outside: Box<dyn Outside>) -> Desk {
        let desk = Desk::over(place, clock, outside);
        desk.reopen();
        desk
    }

    /// A desk without a register yet.
    pub(crate) fn over(place: Place, clock: Box<dyn Clock>, outside: Box<dyn Outside>) -> Desk {
        Desk { place, clock, outside, state: RwLock::new(State::Absent), own_faces: OnceLock::new() }
    }

    /// The faces papers are drawn with: the built-in ones, and for characters they lack the TrueType file (IPAmj Mincho,
    /// say) that the hospital put into the folder `fonts` beside its register. A file that is no such face is passed over.
    pub(crate) fn fonts(&self) -> &Fonts {
        let own = self.own_faces.get_or_init(|| {
            let files = std::fs::read_dir(self.place.folder.join("fonts")).into_iter().flatten().flatten();
            let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
            files.sort();
            files
                .iter()
                .filter_map(|file| std::fs::read(file).ok())
                .find_map(|face| Fonts::with_extra(face).ok())
        });
        own.as_ref().unwrap_or_else(|| Fonts::embedded())
    }

    /// Looks at the file again and takes the state it is in.
    pub(crate) fn reopen(&self) {
        let state = self.find_register();
        *self.state.write().expect("the state is swapped whole") = state;
    }

    /// Lets go of the register, so that its file may be moved.
    pub(crate) fn close(&self) {
        *self.state.write().expect("the state is swapped whole") = State::Absent;
    }

    fn find_register(&self) -> State {
        let path = self.place.register(self.day());
        let opened = match Register::open(&path) {
            Err(Trouble::NeverCreated) if self.place.practice => crate::practice::create(self, &path),
            opened => opened.map_err(Failure::from),
        };
        match opened.and_then(|register| self.with_rules(register)) {
            Ok(open) => State::Open(Arc::new(open)),
            Err(Failure::Store { trouble: crate::wire::StoreTrouble::NeverCreated }) => State::Absent,
            Err(failure) => State::Broken(failure),
        }
    }

    pub(crate) fn with_rules(&self, register: Register) -> Result<Open, Failure> {
        let rules = reference::load(&register)?;
        renew(&register, &rules, self.day())?;
        let person = reference::only_person(&register, self.place.practice)?;
        Ok(Open {
            register,
            rules: RwLock::new(Arc::new(rules)),
            person: Mutex::new(person),
            damaged: AtomicBool::new(false),
            last_backup: Mutex::new(self.backup_rows()?.into_iter().find(|b| b.verified)),
        })
    }

    /// Checks the whole register; meant for a thread of its own after the start. Damage is then shown in the frame.
    pub fn check_in_background(&self) {
        let Ok(open) = self.opened() else { return };
        if let Err(trouble) = open.register.check_now()
            && is_damage(&trouble)
        {
            open.damaged.store(true, Ordering::Relaxed);
        }
    }

    pub(crate) fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }
    pub(crate) fn day(&self) -> NaiveDate {
        self.now().date()
    }

    pub(crate) fn opened(&self) -> Result<Arc<Open>, Failure> {
        match &*self.state.read().expect("the state is swapped whole") {
            State::Open(open) => Ok(open.clone()),
            State::Absent => Err(Failure::Closed),
            State::Broken(failure) => Err(failure.clone()),
        }
    }

    /// Who does it, now.
    pub(crate) fn mark(&self, open: &Open) -> Result<Mark, Failure> {
        let by = open.person.lock().expect("a name is swapped whole").clone().ok_or(Failure::NoPerson)?;
        Ok(Mark { at: self.now(), by })
    }

    /// The one door: a command by name with its request as JSON, its answer as JSON.
    ///
    /// # Errors
    /// A [`Failure`] the screen can act on. A panic inside is caught and told as `Internal`.
    pub fn dispatch(&self, command: &str, request: &str) -> Result<String, Failure> {
        if request.len() > REQUEST_LIMIT {
            return Err(Failure::TooLarge { limit: REQUEST_LIMIT });
        }
        catch_unwind(AssertUnwindSafe(|| self.route(command, request)))
            .unwrap_or_else(|_| Err(Failure::Internal { report: format!("{command}:panic") }))
    }
}

/// Lists and search keys are made from the facts by this program's version; another version's are made again.
fn renew(register: &Register, rules: &Rules, today: NaiveDate) -> Result<(), Failure> {
    let label = env!("CARGO_PKG_VERSION");
    if !register.is_read_only() && register.derived_by()? != label {
        register.rebuild(label, &|case| (brief(case, rules, today), search_fields(case)))?;
    }
    Ok(())
}

macro_rules! route {
    ($($name:ident($request:ty) -> $answer:ty;)*) => {
        use crate::wire::requests::*;
        use crate::wire::views::*;
        use domain::mode::SwitchPreview;
        use domain::profile::Institution;

        impl Desk {
            fn route(&self, command: &str, request: &str) -> Result<String, Failure> {
                match command {
                    $(stringify!($name) => {
                        let request: $request = serde_json::from_str(request)
                            .map_err(|error| Failure::BadRequest { what: error.to_string() })?;
                        let answer: $answer = self.$name(request)?;
                        serde_json::to_string(&answer)
                            .map_err(|_| Failure::Internal { report: format!("{command}:answer") })
                    })*
                    _ => Err(Failure::BadRequest { what: format!("no command {:.40}", command) }),
                }
            }
        }
    };
}
crate::with_commands!(route);
