//! The hospital's facts in the settings: shown whole, saved one by one, journaled with the reason.
use domain::fold::{fold, terms};
use domain::profile::{Institution, Profile};
use domain::text::clean_line;

use crate::desk::{Desk, State};
use crate::reference::{self, CHOICE, DEPARTMENT, DOCTOR, INSTITUTION, PROFILE, STAFF};
use crate::wire::Failure;
use crate::wire::requests::{
    CheckInstitution, FirstRun, InstitutionQuery, LanguageChoice, Nothing, SaveDepartment, SaveDoctor,
    SaveInstitution, SaveProfile, SaveStaff, SignIn,
};
use crate::wire::views::{Frame, SettingsView};

/// Rows of the institution picker.
const PICKER: usize = 30;

impl Desk {
    /// First start: makes the register at the usual place, with the shipped profile, and the first person at the desk.
    pub(crate) fn first_run(&self, request: FirstRun) -> Result<Frame, Failure> {
        let name = named(&request.name)?;
        let path = self.place.register(self.day());
        let io = |error: std::io::Error| Failure::from(register::Trouble::from(error));
        std::fs::create_dir_all(&self.place.folder).map_err(io)?;
        let register = register::Register::create(&path, register::RegisterKind::Real, self.now())?;
        let mark = domain::ids::Mark { at: self.now(), by: name.clone() };
        reference::plant(&register, &mark)?;
        reference::put(&register, STAFF, "names", &[name], &mark, "")?;
        let open = self.with_rules(register)?;
        *self.state.write().expect("the state is swapped whole") = State::Open(open.into());
        self.frame(Nothing {})
    }

    pub(crate) fn sign_in(&self, request: SignIn) -> Result<Frame, Failure> {
        let open = self.opened()?;
        if !reference::staff(&open.register)?.contains(&request.name) {
            return Err(Failure::NotFound);
        }
        *open.person.lock().expect("a name is swapped whole") = Some(request.name);
        self.frame(Nothing {})
    }

    pub(crate) fn set_language(&self, request: LanguageChoice) -> Result<Frame, Failure> {
        if !["ja", "en"].contains(&request.language.as_str()) {
            return Err(Failure::BadRequest { what: "language".into() });
        }
        let open = self.opened()?;
        let mark = self.mark(&open)?;
        reference::put(&open.register, CHOICE, "language", &request.language, &mark, "")?;
        self.frame(Nothing {})
    }

    pub(crate) fn settings(&self, _: Nothing) -> Result<SettingsView, Failure> {
        let open = self.opened()?;
        let rules = open.rules();
        Ok(SettingsView {
            editions: rules.editions.clone(),
            departments: rules.departments.clone(),
            doctors: rules.doctors.clone(),
            institutions: rules.institutions.clone(),
            staff: reference::staff(&open.register)?,
            language: reference::language(&open.register)?,
        })
    }

    pub(crate) fn save_profile(&self, request: SaveProfile) -> Result<SettingsView, Failure> {
        usable(&request.profile)?;
        self.save(PROFILE, &request.from.to_string(), &request.profile, &request.reason)
    }

    pub(crate) fn save_department(&self, request: SaveDepartment) -> Result<SettingsView, Failure> {
        named(&request.department.name)?;
        let id = self.id_or_new(&request.department.id, "d")?;
        let department = domain::profile::Department { id: id.clone(), ..request.department };
        self.save(DEPARTMENT, &id, &department, "")
    }

    pub(crate) fn save_doctor(&self, request: SaveDoctor) -> Result<SettingsView, Failure> {
        named(&request.doctor.name)?;
        let open = self.opened()?;
        if open.rules().department(&request.doctor.department).is_none() {
            return Err(Failure::BadRequest { what: "department".into() });
        }
        let whole = request.doctor.clinics.iter().all(|rule| rule.from < rule.to && rule.slot_minutes > 0);
        if !whole {
            return Err(Failure::BadRequest { what: "clinic".into() });
        }
        let id = self.id_or_new(&request.doctor.id, "p")?;
        let doctor = domain::profile::Doctor { id: id.clone(), ..request.doctor };
        self.save(DOCTOR, &id, &doctor, "")
    }

    /// A changed name or address must be compared with the letterhead again.
    pub(crate) fn save_institution(&self, request: SaveInstitution) -> Result<SettingsView, Failure> {
        named(&request.institution.name)?;
        let open = self.opened()?;
        let mark = self.mark(&open)?;
        let id = self.id_or_new(&request.institution.id, "i")?;
        let old = open.rules().institution(&id).cloned();
        let same = |old: &&Institution| {
            old.name == request.institution.name && old.address == request.institution.address
        };
        let checked = old.as_ref().filter(same).and_then(|old| old.checked.clone());
        let entered = if checked.is_some() { old.and_then(|old| old.entered) } else { Some(mark) };
        let institution = Institution { id: id.clone(), checked, entered, ..request.institution };
        self.save(INSTITUTION, &id, &institution, "")
    }

    pub(crate) fn check_institution(&self, request: CheckInstitution) -> Result<SettingsView, Failure> {
        let open = self.opened()?;
        let mark = self.mark(&open)?;
        let mut institution = open.rules().institution(&request.id).cloned().ok_or(Failure::NotFound)?;
        if institution.entered.as_ref().is_some_and(|entered| entered.by == mark.by) {
            return Err(domain::Refusal::by(98, domain::Why::TwoPeople).into());
        }
        institution.checked = Some(mark);
        self.save(INSTITUTION, &request.id, &institution, "")
    }

    pub(crate) fn save_staff(&self, request: SaveStaff) -> Result<SettingsView, Failure> {
        let names: Vec<String> = request.names.iter().map(|name| named(name)).collect::<Result<_, _>>()?;
        if names.is_empty() {
            return Err(Failure::BadRequest { what: "staff".into() });
        }
        self.save(STAFF, "names", &names, "")
    }

    /// Never by the name alone: every row carries address, telephone and code (P2).
    pub(crate) fn institutions(&self, request: InstitutionQuery) -> Result<Vec<Institution>, Failure> {
        let open = self.opened()?;
        let words = terms(&request.query);
        let rules = open.rules();
        let has = |i: &&Institution| {
            let text = fold(&format!("{}{}{}{}", i.name, i.address.line1, i.phone, i.code));
            words.iter().all(|word| text.contains(word.as_str()))
        };
        Ok(rules.institutions.iter().filter(has).take(PICKER).cloned().collect())
    }

    fn save(
        &self,
        kind: &str,
        key: &str,
        record: &impl serde::Serialize,
        reason: &str,
    ) -> Result<SettingsView, Failure> {
        let open = self.opened()?;
        let mark = self.mark(&open)?;
        reference::put(&open.register, kind, key, record, &mark, reason)?;
        open.reload_rules()?;
        let rules = open.rules();
        let today = self.day();
        open.register.reindex(&|case| domain::brief::brief(case, &rules, today))?;
        self.settings(Nothing {})
    }

    /// The id sent, or the next free one of its kind.
    fn id_or_new(&self, id: &str, letter: &str) -> Result<String, Failure> {
        if !id.is_empty() {
            return clean_line(id, 40).map_err(|_| Failure::BadRequest { what: "id".into() });
        }
        let (last, _) = self.opened()?.register.last_seq_and_hash()?;
        Ok(format!("{letter}{}", last + 1))
    }
}

/// A name that can be shown and printed.
fn named(name: &str) -> Result<String, Failure> {
    clean_line(name, domain::typed::NAME)
        .map_err(|trouble| domain::Refusal::of(domain::Why::Text { field: "name".into(), trouble }).into())
}

/// A profile the desk can work with: names, hours that open before they close, a service, a fee in order.
fn usable(profile: &Profile) -> Result<(), Failure> {
    let wrong = |what: &str| Err(Failure::BadRequest { what: what.to_owned() });
    named(&profile.hospital)?;
    named(&profile.centre)?;
    if profile.hours.open >= profile.hours.close || !profile.hours.weekdays.contains(&true) {
        return wrong("hours");
    }
    if profile.services.is_empty() {
        return wrong("services");
    }
    if profile.deadlines.max_holds == 0 || profile.visit.slot_minutes == 0 {
        return wrong("deadlines");
    }
    Ok(())
}
