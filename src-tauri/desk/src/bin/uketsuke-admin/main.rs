//! `uketsuke-admin`: looking after a register, the calendar and the papers from a console, for the hospital's IT.
//!
//! It decides nothing itself: checking, backing up and restoring are the register's, days and replay the domain's,
//! drawing the documents'. It changes a file only where the command's name says so.

mod args;
mod calendar;
mod console;
mod difference;
mod help;
mod json;
mod keep;
mod paper;
mod replay;
mod trouble;

use std::process::ExitCode;

use args::{Args, Command};
use console::{Console, Exit, Stop};

fn main() -> ExitCode {
    let (lang, parsed) = args::parse(std::env::args_os().skip(1));
    let mut console = Console::new(lang);
    let done = parsed.and_then(|args| run(args, &mut console));
    let done = done.and_then(|exit| console.finish().map(|()| exit));
    done.unwrap_or_else(|stop| console.stop(&stop)).into()
}

fn run(args: Args, console: &mut Console) -> Result<Exit, Stop> {
    match args {
        Args::Version => console.line(concat!("uketsuke-admin ", env!("CARGO_PKG_VERSION")))?,
        Args::Help(topic) => console.line(&help::text(console.lang, topic))?,
        Args::Run(command) => {
            return match command {
                Command::Verify { file } => keep::verify(console, &file),
                Command::Backup { file, folder } => keep::backup(console, &file, &folder),
                Command::Restore { backup, file } => keep::restore(console, &backup, &file),
                Command::Replay { file } => replay::replay(console, &file),
                Command::Calendar { from, to, source } => calendar::calendar(console, &from, &to, &source),
                Command::Paper { kind, example } => paper::paper(console, kind, example),
            };
        }
    }
    Ok(Exit::Fine)
}
