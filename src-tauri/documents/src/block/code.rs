//! The square code that leads from a paper back to its entry in the register (JIS X 0510, level M).

use std::cell::RefCell;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

/// Draws `text` as a code filling the square `area`. Its quiet zone of four modules is the caller's blank space.
///
/// # Errors
/// `BadData` if the text is empty or longer than a code can hold.
pub fn square_code(block: &str, text: &str, area: Area) -> Result<Cmd, Refused> {
    if text.is_empty() {
        return Err(Refused::bad_data(block, "the code has no text"));
    }
    let code = encoded(text).ok_or_else(|| Refused::bad_data(block, "the text is too long for a code"))?;
    let module = area.w / code.size() as f32;
    let mut dark = Vec::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let start = column;
            while column < code.size() && code.get_module(column, row) {
                column += 1;
            }
            if column > start {
                let (x, y) = (area.x + start as f32 * module, area.y + row as f32 * module);
                dark.push(Area::new(x, y, (column - start) as f32 * module, module));
            } else {
                column += 1;
            }
        }
    }
    Ok(Cmd::Modules { area, dark, text: text.to_owned() })
}

/// The code of a text. A paper is set several times until it sits well and always asks for the same one, so the last
/// is kept.
fn encoded(text: &str) -> Option<QrCode> {
    thread_local! {
        static LAST: RefCell<Option<(String, QrCode)>> = const { RefCell::new(None) };
    }
    LAST.with_borrow_mut(|last| match last {
        Some((same, code)) if same == text => Some(code.clone()),
        _ => {
            let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
            *last = Some((text.to_owned(), code.clone()));
            Some(code)
        }
    })
}
