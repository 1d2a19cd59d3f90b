//! The shell: a window around the desk. No rule, no SQL, no drawing; it hands commands over and owns what only a
//! desktop program can do: files a person chooses, the printer, where data lies.
mod clock;
mod outside;
mod paths;
mod printing;

use std::sync::Arc;
use std::time::{Duration, Instant};

use desk::{Desk, Failure};
use serde_json::Value;
use tauri::{Manager, RunEvent, State, WebviewWindowBuilder};

/// Time between looks whether a backup is due, and the age at which it is.
const BACKUP_LOOK: Duration = Duration::from_secs(20 * 60);
const BACKUP_HOURS: i64 = 4;

/// The window's only command: a command of the desk by name.
#[tauri::command(async)]
fn call(desk: State<'_, Arc<Desk>>, command: String, request: Value) -> Result<Value, Failure> {
    let answer = desk.dispatch(&command, &request.to_string())?;
    serde_json::from_str(&answer).map_err(|_| Failure::Internal { report: format!("{command}:json") })
}

/// Opens the desk and runs its window until it is closed.
pub fn run() {
    let started = Instant::now();
    let place = paths::place();
    let desk = Arc::new(Desk::open(place, clock::clock(), Box::new(outside::Desktop { started })));
    look_after(desk.clone());
    let app = tauri::Builder::default()
        .manage(desk.clone())
        .invoke_handler(tauri::generate_handler![call])
        .setup(|app| {
            let config = app.config().app.windows.first().ok_or("the configuration has a window")?;
            WebviewWindowBuilder::from_config(app.handle(), config)?
                .incognito(!driven_by_a_test())
                .on_navigation(|url| {
                    // Only the program's own files; nothing a page could lead to.
                    matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
                })
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window's configuration is built in");
    app.run(move |app, event| {
        if let RunEvent::ExitRequested { .. } = event {
            // Nobody reads what this answers any more; the next start shows the age of the last backup.
            let _ = app.state::<Arc<Desk>>().backup_if_old(0);
        }
    });
}

/// WebKit lets itself be driven only outside of private windows; the shipped program is never driven.
fn driven_by_a_test() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Checks the register once and backs it up from time to time, beside the window.
fn look_after(desk: Arc<Desk>) {
    std::thread::spawn(move || {
        desk.check_in_background();
        loop {
            // A failure shows in the frame as an old backup.
            let _ = desk.backup_if_old(BACKUP_HOURS);
            std::thread::sleep(BACKUP_LOOK);
        }
    });
}
