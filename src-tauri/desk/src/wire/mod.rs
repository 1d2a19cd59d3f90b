//! The wire: every command of the desk, declared once. Requests and answers are typed here; TypeScript is made from it.
pub mod failure;
pub mod requests;
pub mod typescript;
pub mod views;

pub use failure::{Failure, PaperTrouble, StoreTrouble};

use requests::*;
use views::*;

/// Hands the one list of commands to a macro: `name(Request) -> Answer;` each, the name being the desk's method.
#[macro_export]
macro_rules! with_commands {
    ($give:ident) => {
        $give! {
            frame(Nothing) -> Frame;
            first_run(FirstRun) -> Frame;
            sign_in(SignIn) -> Frame;
            set_language(LanguageChoice) -> Frame;
            today(Nothing) -> TodayView;
            ledger(LedgerQuery) -> LedgerView;
            find(FindQuery) -> Vec<CaseRow>;
            alike(AlikeQuery) -> Vec<CaseRow>;
            case(OfCase) -> CaseView;
            act(Act) -> Acted;
            undo(Undo) -> Acted;
            weigh(Weigh) -> Weighed;
            calendar(CalendarQuery) -> CalendarView;
            call_card(OfCase) -> CallCard;
            switch_preview(OfCase) -> SwitchPreview;
            preview_paper(PaperQuery) -> PaperView;
            print_paper(PaperQuery) -> Printed;
            save_paper(PaperQuery) -> Saved;
            posting(Nothing) -> PostingView;
            print_envelope(OfEnvelope) -> EnvelopePrinted;
            scan(ScanQuery) -> ScanView;
            preview_house(HouseQuery) -> HouseView;
            print_house(HouseQuery) -> JobView;
            save_house(HouseQuery) -> Saved;
            job(JobQuery) -> JobView;
            printing(Nothing) -> PrintingView;
            save_printing(SavePrinting) -> PrintingView;
            read_date(ReadDateQuery) -> DateReadout;
            schedule(ScheduleQuery) -> Vec<ScheduleDay>;
            settings(Nothing) -> SettingsView;
            save_profile(SaveProfile) -> SettingsView;
            save_department(SaveDepartment) -> SettingsView;
            save_doctor(SaveDoctor) -> SettingsView;
            save_institution(SaveInstitution) -> SettingsView;
            check_institution(CheckInstitution) -> SettingsView;
            save_staff(SaveStaff) -> SettingsView;
            institutions(InstitutionQuery) -> Vec<Institution>;
            journal(JournalQuery) -> Vec<JournalRow>;
            backups(Nothing) -> Vec<BackupRow>;
            backup(Nothing) -> BackupRow;
            restore(Restore) -> Frame;
            verify(Nothing) -> VerifyView;
            draft(DraftKey) -> DraftView;
            save_draft(SaveDraft) -> DraftView;
            drop_draft(DraftKey) -> Done;
            painted(Painted) -> Done;
        }
    };
}

use domain::mode::SwitchPreview;
use domain::profile::Institution;

macro_rules! describe {
    ($($name:ident($request:ty) -> $answer:ty;)*) => {
        /// Names of all commands.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// Visits the request and answer type of every command.
        pub(crate) fn visit(catalogue: &mut typescript::Catalogue) {
            $(catalogue.command::<$request, $answer>(stringify!($name));)*
        }
    };
}
with_commands!(describe);
