//! Reading the command line. Everything that is not understood is said by name; nothing is guessed.
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use crate::console::{Exit, Lang, Stop, shown};
use crate::paper::Kind;

/// What is asked.
pub enum Args {
    Version,
    /// Of one command, or of all.
    Help(Option<&'static str>),
    Run(Command),
}

/// A command with everything it needs.
pub enum Command {
    Verify { file: PathBuf },
    Backup { file: PathBuf, folder: PathBuf },
    Restore { backup: PathBuf, file: PathBuf },
    Replay { file: PathBuf },
    Calendar { from: String, to: String, source: Source },
    Paper { kind: Kind, example: bool },
}

/// Whose opening days.
pub enum Source {
    Shipped,
    Profile(PathBuf),
    Register(PathBuf),
}

const COMMANDS: [&str; 6] = ["verify", "backup", "restore", "replay", "calendar", "paper"];

/// The words of the command line, sorted by what they are.
#[derive(Default)]
struct Words {
    operands: Vec<OsString>,
    help: bool,
    version: bool,
    example: bool,
    lang: Option<OsString>,
    profile: Option<OsString>,
    register: Option<OsString>,
}

/// The language first: a complaint about the rest is made in it.
pub fn parse(raw: impl Iterator<Item = OsString>) -> (Lang, Result<Args, Stop>) {
    let raw: Vec<OsString> = raw.collect();
    let asked = Words::sort(&raw, Lang::Ja).ok().and_then(|words| words.lang);
    let lang = asked.or_else(|| lang_of_broken(&raw)).and_then(|code| lang(&code)).unwrap_or_default();
    (lang, Words::sort(&raw, lang).and_then(|words| words.understood(lang)))
}

fn lang(code: &OsStr) -> Option<Lang> {
    match code.to_str() {
        Some("ja") => Some(Lang::Ja),
        Some("en") => Some(Lang::En),
        _ => None,
    }
}

/// A command line that cannot be sorted may still say in which language to complain.
fn lang_of_broken(raw: &[OsString]) -> Option<OsString> {
    let at = raw.iter().position(|word| word == "--lang");
    at.and_then(|at| raw.get(at + 1).cloned())
        .or_else(|| raw.iter().find_map(|word| Some(word.to_str()?.strip_prefix("--lang=")?.into())))
}

impl Words {
    fn sort(raw: &[OsString], lang: Lang) -> Result<Words, Stop> {
        let mut words = Words::default();
        let mut rest = raw.iter();
        while let Some(word) = rest.next() {
            match word.to_str() {
                Some("--") => words.operands.extend(rest.by_ref().cloned()),
                Some("-h" | "--help") => words.help = true,
                Some("-V" | "--version") => words.version = true,
                Some("--example") => words.example = true,
                Some(text) if text.starts_with("--") => {
                    let (name, value) =
                        text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value.into())));
                    let place = words.valued(name).ok_or_else(|| unknown_option(lang, name))?;
                    let value = value.or_else(|| rest.next().cloned()).ok_or_else(|| no_value(lang, name))?;
                    if place.replace(value).is_some() {
                        return Err(twice(lang, name));
                    }
                }
                // `-3日` is a day.
                Some(text) if text.starts_with('-') && !text[1..].starts_with(|c: char| c.is_numeric()) => {
                    return Err(unknown_option(lang, text));
                }
                _ => words.operands.push(word.clone()),
            }
        }
        Ok(words)
    }

    fn valued(&mut self, name: &str) -> Option<&mut Option<OsString>> {
        match name {
            "--lang" => Some(&mut self.lang),
            "--profile" => Some(&mut self.profile),
            "--register" => Some(&mut self.register),
            _ => None,
        }
    }

    fn understood(self, lang: Lang) -> Result<Args, Stop> {
        if self.lang.as_deref().is_some_and(|code| self::lang(code).is_none()) {
            return Err(usage(lang, "--lang は ja か en です。", "--lang takes ja or en."));
        }
        if self.version {
            return Ok(Args::Version);
        }
        let Some(first) = self.operands.first() else {
            return match self.help {
                true => Ok(Args::Help(None)),
                false => Err(usage(lang, "コマンドがありません。", "There is no command.")),
            };
        };
        let known = COMMANDS.into_iter().find(|name| first == name);
        let name = known.ok_or_else(|| {
            let first = shown(&first.to_string_lossy());
            let all = COMMANDS.join("、");
            usage(
                lang,
                format!("「{first}」というコマンドはありません。使えるのは {all} です。"),
                format!("There is no command \"{first}\". There are {}.", COMMANDS.join(", ")),
            )
        })?;
        if self.help {
            return Ok(Args::Help(Some(name)));
        }
        self.command(name, lang).map(Args::Run)
    }

    fn command(self, name: &'static str, lang: Lang) -> Result<Command, Stop> {
        let given = [
            ("--example", self.example, "paper"),
            ("--profile", self.profile.is_some(), "calendar"),
            ("--register", self.register.is_some(), "calendar"),
        ];
        if let Some((option, ..)) = given.iter().find(|(_, given, of)| *given && *of != name) {
            return Err(usage(
                lang,
                format!("{name} に {option} はありません。"),
                format!("{name} has no {option}."),
            ));
        }
        let operands = &self.operands[1..];
        Ok(match name {
            "verify" => Command::Verify { file: one(operands, name, lang)?.into() },
            "replay" => Command::Replay { file: one(operands, name, lang)?.into() },
            "backup" => {
                let [file, folder] = two(operands, name, lang)?;
                Command::Backup { file: file.into(), folder: folder.into() }
            }
            "restore" => {
                let [backup, file] = two(operands, name, lang)?;
                Command::Restore { backup: backup.into(), file: file.into() }
            }
            "calendar" => {
                let [from, to] = two(operands, name, lang)?;
                let text = |word: &OsString| word.to_string_lossy().into_owned();
                Command::Calendar { from: text(from), to: text(to), source: self.source(lang)? }
            }
            _ => {
                let kind = one(operands, name, lang)?;
                let kind = Kind::named(&kind.to_string_lossy()).ok_or_else(|| unknown_kind(lang, kind))?;
                Command::Paper { kind, example: self.example }
            }
        })
    }

    fn source(&self, lang: Lang) -> Result<Source, Stop> {
        match (&self.profile, &self.register) {
            (Some(_), Some(_)) => Err(usage(
                lang,
                "--profile と --register は、どちらか一つだけ指定してください。",
                "Give either --profile or --register, not both.",
            )),
            (Some(file), None) => Ok(Source::Profile(file.into())),
            (None, Some(file)) => Ok(Source::Register(file.into())),
            (None, None) => Ok(Source::Shipped),
        }
    }
}

fn one<'a>(operands: &'a [OsString], name: &str, lang: Lang) -> Result<&'a OsString, Stop> {
    match operands {
        [only] if !only.is_empty() => Ok(only),
        _ => Err(wrong_count(lang, name)),
    }
}

fn two<'a>(operands: &'a [OsString], name: &str, lang: Lang) -> Result<[&'a OsString; 2], Stop> {
    match operands {
        [first, second] if !first.is_empty() && !second.is_empty() => Ok([first, second]),
        _ => Err(wrong_count(lang, name)),
    }
}

/// A complaint about the command line, with where to read on.
pub fn usage(lang: Lang, ja: impl Into<String>, en: impl Into<String>) -> Stop {
    let words = lang.say(
        format!("{}使い方は uketsuke-admin --help で見られます。", ja.into()),
        format!("{} See uketsuke-admin --help.", en.into()),
    );
    Stop::new(Exit::Usage, words)
}

fn wrong_count(lang: Lang, name: &str) -> Stop {
    let call = crate::help::call(name);
    usage(
        lang,
        format!("指定の数が違います。{call} の形で実行してください。"),
        format!("It is called as: {call}."),
    )
}

fn unknown_option(lang: Lang, name: &str) -> Stop {
    let name = shown(name);
    usage(lang, format!("{name} という指定はありません。"), format!("There is no option {name}."))
}

fn no_value(lang: Lang, name: &str) -> Stop {
    usage(lang, format!("{name} の後に値がありません。"), format!("{name} needs a value."))
}

fn twice(lang: Lang, name: &str) -> Stop {
    usage(lang, format!("{name} が二度あります。"), format!("{name} is given twice."))
}

fn unknown_kind(lang: Lang, kind: &OsStr) -> Stop {
    let kind = shown(&kind.to_string_lossy());
    usage(
        lang,
        format!("「{kind}」という書類はありません。使えるのは {} です。", Kind::names("、")),
        format!("There is no paper \"{kind}\". There are {}.", Kind::names(", ")),
    )
}
