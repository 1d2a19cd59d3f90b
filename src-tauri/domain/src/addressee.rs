//! To whom the desk writes: name and address for letters to the patient's side (6.7).
use crate::case::Case;
use crate::people::{Address, Name, Who};

/// The person who gets the paper with the date: the applicant where family comes alone and gave an address of its own,
/// else the patient.
pub fn addressee(case: &Case) -> (&Name, &Address) {
    let applicant = &case.applicant;
    match applicant.who {
        Who::Family if !applicant.address.is_empty() && !applicant.name.is_empty() => {
            (&applicant.name, &applicant.address)
        }
        _ => (&case.patient.name, &case.patient.address),
    }
}
