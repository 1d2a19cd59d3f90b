//! What the tool says and how it ends: sentences in one of two languages, lines for programs, exit codes.
//! A reader that went away (`| head`) is never an error of a list, and never a panic.
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};
use std::process::ExitCode;

/// The language of the sentences. The environment has no say in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Ja,
    En,
}

impl Lang {
    /// The one of two wordings.
    pub fn say(self, ja: impl Into<String>, en: impl Into<String>) -> String {
        match self {
            Lang::Ja => ja.into(),
            Lang::En => en.into(),
        }
    }
}

/// How the program ends; the numbers are a promise to scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Fine = 0,
    /// The thing asked about is not fine: damage, a difference, a refusal.
    NotFine = 1,
    /// The command line cannot be understood.
    Usage = 2,
    /// Something could not be read, written or opened.
    Cannot = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Why a command stopped, in finished words.
#[derive(Debug)]
pub struct Stop {
    pub exit: Exit,
    pub words: String,
}

impl Stop {
    pub fn new(exit: Exit, words: String) -> Stop {
        Stop { exit, words }
    }
}

/// Standard output and standard error.
pub struct Console {
    pub lang: Lang,
    out: BufWriter<Stdout>,
    /// Whoever read our output has gone.
    gone: bool,
}

impl Console {
    pub fn new(lang: Lang) -> Console {
        Console { lang, out: BufWriter::new(io::stdout()), gone: false }
    }

    /// Nobody reads any more: a list may end here.
    pub fn unread(&self) -> bool {
        self.gone
    }

    /// Finished text with its own line breaks.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        let written = writeln!(self.out, "{text}");
        self.lenient(written)
    }

    /// A line for programs: cells between tabs, none of which can hold a tab, a line break or a terminal's command.
    pub fn row(&mut self, cells: &[&str]) -> Result<(), Stop> {
        let cells: Vec<String> = cells.iter().map(|cell| shown(cell)).collect();
        self.line(&cells.join("\t"))
    }

    /// A whole file. Unlike a list it must arrive whole.
    pub fn file(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.out.write_all(bytes).and_then(|()| self.out.flush()).map_err(|error| self.unwritten(&error))
    }

    /// Something the person should see that is no result; a closed standard error loses it.
    pub fn warn(&self, words: &str) {
        let _ = writeln!(io::stderr(), "{words}");
    }

    /// Everything written has left the program.
    pub fn finish(&mut self) -> Result<(), Stop> {
        let flushed = self.out.flush();
        self.lenient(flushed)
    }

    /// Says why it stopped, after what was written before.
    pub fn stop(&mut self, stop: &Stop) -> Exit {
        let _ = self.out.flush();
        self.warn(&stop.words);
        stop.exit
    }

    fn lenient(&mut self, written: io::Result<()>) -> Result<(), Stop> {
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(())
            }
            other => other.map_err(|error| self.unwritten(&error)),
        }
    }

    fn unwritten(&self, error: &io::Error) -> Stop {
        let words = self.lang.say(
            format!(
                "結果を書き出せませんでした（{error}）。途中までの出力は使わないで、空き容量を確かめてもう一度実行してください。"
            ),
            format!("The output could not be written ({error}). Do not use what came out so far; check the disk and run it again."),
        );
        Stop::new(Exit::Cannot, words)
    }
}

/// Text from a file or a command line as it may be shown: control characters and direction marks become `U+XXXX`.
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                out.push_str(&codepoint(c));
            }
            c if c.is_control() => out.push_str(&codepoint(c)),
            c => out.push(c),
        }
    }
    out
}

fn codepoint(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}
