//! Which texts of an action a person typed, and how long each may be. Checked at the border, stored to the letter.
use crate::action::Action;
use crate::packet::{Disc, FoundItem, Packet};
use crate::people::{Address, Applicant, Intake, Name, Patient, Referrer, Subject};
use crate::refusal::{Refusal, Why};
use crate::text::{clean_line, clean_note};
use crate::visit::Return;

/// Longest name in characters.
pub const NAME: usize = 100;
/// Longest address line.
pub const ADDRESS: usize = 300;
/// Longest note.
pub const NOTE: usize = 4000;

struct Checker {
    refusal: Option<Refusal>,
}

impl Checker {
    fn refuse(&mut self, field: &str, trouble: crate::text::TextTrouble) {
        let why = Why::Text { field: field.to_owned(), trouble };
        self.refusal.get_or_insert(Refusal::of(why));
    }
    fn line(&mut self, field: &str, text: &str, max: usize) -> &mut Self {
        if !text.is_empty()
            && let Err(trouble) = clean_line(text, max)
        {
            self.refuse(field, trouble);
        }
        self
    }
    fn note(&mut self, field: &str, text: &str) -> &mut Self {
        if !text.is_empty()
            && let Err(trouble) = clean_note(text, NOTE)
        {
            self.refuse(field, trouble);
        }
        self
    }
    /// Text the desk wrote itself: any character, but not without end.
    fn limit(&mut self, field: &str, text: &str, max: usize) -> &mut Self {
        let got = text.chars().count();
        if got > max {
            self.refuse(field, crate::text::TextTrouble::TooLong { max, got });
        }
        self
    }
    fn name(&mut self, field: &str, name: &Name) -> &mut Self {
        self.line(field, &name.family, NAME).line(field, &name.given, NAME);
        self.line(field, &name.family_kana, NAME).line(field, &name.given_kana, NAME)
    }
    fn address(&mut self, address: &Address) -> &mut Self {
        self.line("postal", &address.postal, 16);
        self.line("address", &address.line1, ADDRESS).line("address", &address.line2, ADDRESS)
    }
    fn patient(&mut self, patient: &Patient) -> &mut Self {
        self.name("name", &patient.name).line("former_name", &patient.former_name, NAME);
        self.address(&patient.address).note("call_times", &patient.call_times);
        self.line("announce_as", &patient.announce_as, NAME).line("hospital_id", &patient.hospital_id, NAME);
        if let Some(birth) = &patient.birth {
            self.line("birth", &birth.typed, NAME);
        }
        for phone in &patient.phones {
            self.line("phone", &phone.number, 40).line("phone", &phone.whose, NAME);
        }
        self
    }
    fn intake(&mut self, intake: &Intake) -> &mut Self {
        self.patient(&intake.patient).applicant(&intake.applicant);
        self.referrer(&intake.referrer).subject(&intake.subject)
    }
    fn applicant(&mut self, applicant: &Applicant) -> &mut Self {
        self.name("applicant", &applicant.name).line("kinship", &applicant.kinship, NAME);
        self.line("phone", &applicant.phone, 40).address(&applicant.address);
        for companion in &applicant.companions {
            self.line("companion", &companion.name, NAME).line("companion", &companion.kinship, NAME);
        }
        self
    }
    fn referrer(&mut self, referrer: &Referrer) -> &mut Self {
        self.line("institution", referrer.institution.as_deref().unwrap_or(""), NAME);
        self.line("institution", &referrer.institution_name, ADDRESS);
        self.line("referrer", &referrer.department, NAME).line("referrer", &referrer.doctor, NAME)
    }
    fn packet(&mut self, packet: &Packet, items: &[FoundItem], discs: &[Disc]) -> &mut Self {
        self.line("tracking", &packet.tracking, 40).line("sender", &packet.sender, ADDRESS);
        self.line("place", &packet.place, NAME).line("name_on_it", &packet.name_on_it, NAME);
        for item in items {
            self.note("item", &item.note);
        }
        for disc in discs {
            self.disc(disc);
        }
        self
    }
    fn disc(&mut self, disc: &Disc) -> &mut Self {
        self.line("disc", &disc.label, NAME).line("disc", &disc.imported_to, NAME)
    }
    fn subject(&mut self, subject: &Subject) -> &mut Self {
        for id in subject.department.iter().chain(&subject.wished_doctor) {
            self.line("department", id, NAME);
        }
        self.note("diagnosis", &subject.diagnosis).note("question", &subject.question);
        self.note("wishes", &subject.wishes.typed)
    }
}

/// Refuses control characters, NUL, marks that turn or hide text, and text longer than its field.
pub fn check(action: &Action) -> Result<(), Refusal> {
    let mut c = Checker { refusal: None };
    match action {
        Action::Inquire { intake, .. } => {
            c.intake(intake);
        }
        Action::ReceivePacket { packet, items, discs, intake, .. } => {
            if let Some(intake) = intake {
                c.intake(intake);
            }
            c.packet(packet, items, discs);
        }
        Action::AmendPatient { patient } => {
            c.patient(patient);
        }
        Action::AmendApplicant { applicant } => {
            c.applicant(applicant);
        }
        Action::AmendReferrer { referrer } => {
            c.referrer(referrer);
        }
        Action::AmendSubject { subject, .. } => {
            c.subject(subject);
        }
        Action::CheckItem { item } => {
            c.note("item", &item.note);
        }
        Action::AskDoctor { department, doctor } => {
            c.line("department", department, NAME).line("doctor", doctor.as_deref().unwrap_or(""), NAME);
        }
        Action::HoldSlot { slot, .. } => {
            c.line("doctor", &slot.doctor, NAME).line("room", &slot.room, NAME);
        }
        Action::CheckDisc { disc, .. } => {
            c.disc(disc);
        }
        Action::Move { place } => {
            c.line("place", place, NAME);
        }
        Action::LogCall { call, .. } => {
            c.line("person", &call.person, NAME).line("number", &call.number, 40).note("note", &call.note);
        }
        Action::ClinicsBooked { menu, .. } => {
            c.line("menu", menu, ADDRESS);
        }
        Action::PostPaper { service, tracking, .. } | Action::PostReport { service, tracking } => {
            c.line("service", service, NAME).line("tracking", tracking, 40);
        }
        Action::Seal { scanned, second, .. } => {
            c.line("second", second, NAME).limit("scanned", &scanned.concat(), NOTE);
        }
        Action::ReportLeak { what, .. } => {
            c.note("what", what);
        }
        Action::ReturnMaterial { how } => check_return(&mut c, how),
        Action::RecordPayment { card_error: text }
        | Action::Waive { reason: text, .. }
        | Action::DeclineCandidates { reason: text }
        | Action::Unbook { reason: text }
        | Action::SwitchMode { reason: text, .. }
        | Action::WithdrawAgreement { reason: text }
        | Action::End { reason: text, .. }
        | Action::Note { text } => {
            c.note("reason", text);
        }
        Action::RecordVerdict { verdict } => check_verdict(&mut c, verdict),
        Action::Consult { doctor, .. } => {
            c.line("doctor", doctor, NAME);
        }
        Action::IssuePaper { data, digest, .. } => {
            c.limit("data", data, 20 * NOTE).line("digest", digest, NAME);
        }
        Action::BringOnDay { .. }
        | Action::Doubt { .. }
        | Action::RemindDoctor {}
        | Action::ReleaseSlot { .. }
        | Action::Book { .. }
        | Action::ApprovePaper { .. }
        | Action::LeakReported { .. }
        | Action::VoidPaper { .. }
        | Action::MailCameBack { .. }
        | Action::ClinicsRegistered {}
        | Action::ClinicsChangeSeen {}
        | Action::ConfirmDayBefore {}
        | Action::NoShow {}
        | Action::ReceiveReport { .. }
        | Action::RemindReport {}
        | Action::HandOverReport {} => {}
    }
    c.refusal.map_or(Ok(()), Err)
}

fn check_return(c: &mut Checker, how: &Return) {
    match how {
        Return::HandedOver {} => {}
        Return::Posted { service, tracking, packed_by, checked_by } => {
            c.line("service", service, NAME).line("tracking", tracking, 40);
            c.line("packed_by", packed_by, NAME).line("checked_by", checked_by, NAME);
        }
        Return::Kept { reason } => {
            c.note("reason", reason);
        }
    }
}

fn check_verdict(c: &mut Checker, verdict: &crate::screening::Verdict) {
    use crate::screening::Verdict;
    match verdict {
        Verdict::MoreMaterial { what, .. } => c.note("what", what),
        Verdict::Refuse { words, approver, .. } => c.note("words", words).line("approver", approver, NAME),
        Verdict::GeneralOutpatient { words } => c.note("words", words),
        Verdict::OtherDepartment { department } => c.line("department", department, NAME),
        Verdict::Accept => c,
    };
}
