//! `verify`, `backup`, `restore`: what the register does for itself, asked for from outside.
use std::fs;
use std::path::Path;

use desk::{Clock, SystemClock};
use register::{Register, RegisterKind, Report};

use crate::console::{Console, Exit, Lang, Stop};
use crate::difference;
use crate::trouble::{self, named};

/// Looks over everything without writing; works beside a running desk and on a backup.
pub fn verify(console: &mut Console, file: &Path) -> Result<Exit, Stop> {
    let lang = console.lang;
    let failed = |trouble| trouble::stop(lang, file, &trouble);
    let register = Register::open_to_verify(file).map_err(failed)?;
    let report = register.verify().map_err(failed)?;
    let kind = kind_word(lang, register.kind());
    let (cases, entries, seq, hash) = (report.cases, report.entries, report.last_seq, &report.last_hash);
    console.line(&lang.say(
        format!("{kind}：申込{cases}件、履歴{entries}件を調べました。履歴の最後は{seq}番、その印は {hash} です。"),
        format!("{kind}: looked at {cases} cases and {entries} journal entries. The last is {seq}, its hash {hash}."),
    ))?;
    if findings(console, &report)? == Exit::NotFine {
        console.line(&lang.say(
            "ファイルには手を加えていません。「受付」を閉じ、このファイルをとっておき、verify で異常のない控えから restore で戻してください。",
            "The file was not touched. Close Uketsuke, keep this file, and restore a backup that verify finds sound.",
        ))?;
        return Ok(Exit::NotFine);
    }
    console.line(&lang.say("異常はありません。", "Everything is sound."))?;
    Ok(Exit::Fine)
}

/// A line for each finding and how many there are; nothing if there are none.
fn findings(console: &mut Console, report: &Report) -> Result<Exit, Stop> {
    if report.is_sound() {
        return Ok(Exit::Fine);
    }
    for found in &report.differences {
        difference::row(console, found)?;
    }
    let count = report.differences.len();
    console.line(&console.lang.say(
        format!("異常が{count}件あります（多くても千件まで示します）。"),
        format!("{count} findings (a thousand are shown at most)."),
    ))?;
    Ok(Exit::NotFine)
}

fn kind_word(lang: Lang, kind: RegisterKind) -> String {
    match kind {
        RegisterKind::Real => lang.say("本番の受付台帳", "Register of the hospital"),
        RegisterKind::Practice => lang.say("練習用の受付台帳", "Practice register"),
    }
}

/// Takes a verified backup into a folder, also while the desk works.
pub fn backup(console: &mut Console, file: &Path, folder: &Path) -> Result<Exit, Stop> {
    let lang = console.lang;
    let register = Register::open_to_verify(file).map_err(|trouble| trouble::stop(lang, file, &trouble))?;
    let taken = register.backup(folder, SystemClock.now());
    let taken = taken.map_err(|trouble| match trouble {
        // It is the register that is not whole; the folder got nothing.
        register::Trouble::BackupBad { .. } => trouble::stop(lang, file, &trouble),
        _ => trouble::stop(lang, folder, &trouble),
    })?;
    let (cases, seq) = (taken.cases, taken.last_seq);
    console.line(&lang.say(
        format!(
            "控えを取り、開き直して異常のないことを確かめました。申込{cases}件、履歴の最後は{seq}番です。"
        ),
        format!("A backup was taken, opened again and found sound: {cases} cases, last journal entry {seq}."),
    ))?;
    console.line(&named(&taken.path))?;
    Ok(Exit::Fine)
}

/// Puts a verified backup in a register's place; what stood there is set aside.
pub fn restore(console: &mut Console, backup: &Path, file: &Path) -> Result<Exit, Stop> {
    let lang = console.lang;
    same_file(lang, backup, file)?;
    same_kind(lang, backup, file)?;
    let done = register::restore(backup, file, SystemClock.now());
    let aside = done.map_err(|trouble| match trouble {
        register::Trouble::BackupBad { .. } => trouble::stop(lang, backup, &trouble),
        _ => trouble::stop(lang, file, &trouble),
    })?;
    console.line(&lang.say(
        format!("{} を控えの内容に戻しました。控えはそのまま残っています。", named(file)),
        format!("{} now holds what the backup holds. The backup is still there.", named(file)),
    ))?;
    console.line(&match &aside.path {
        None => lang.say("そこに前のファイルはありませんでした。", "There was no file there before."),
        Some(old) => lang.say(
            format!("前のファイルは消さずに、次の名前で残しました。取り消すときは、これを控えとして restore してください。\n{}", named(old)),
            format!("The file that was there is kept under this name; restore from it to undo.\n{}", named(old)),
        ),
    })?;
    // The register trusts a backup whose facts are whole; what is derived from them is looked at here.
    let failed = |trouble| trouble::stop(lang, file, &trouble);
    let report = Register::open_to_verify(file).and_then(|register| register.verify()).map_err(failed)?;
    if findings(console, &report)? == Exit::NotFine {
        console.line(&lang.say(
            "戻した台帳に、上の異常があります。ほかに異常のない控えがあれば、それを restore してください。",
            "The restored register has the findings above. If another backup is sound, restore that one.",
        ))?;
        return Ok(Exit::NotFine);
    }
    Ok(Exit::Fine)
}

fn same_file(lang: Lang, backup: &Path, file: &Path) -> Result<(), Stop> {
    let whole = fs::canonicalize(backup).map_err(|error| {
        let trouble = match error.kind() {
            std::io::ErrorKind::NotFound => register::Trouble::NeverCreated,
            _ => register::Trouble::from(error),
        };
        trouble::stop(lang, backup, &trouble)
    })?;
    match fs::canonicalize(file) {
        Ok(other) if other == whole => Err(crate::args::usage(
            lang,
            "控えと戻す先が同じファイルです。何も変えていません。",
            "The backup and the register are the same file. Nothing was changed.",
        )),
        _ => Ok(()),
    }
}

/// Made-up cases must never take the place of the hospital's own, nor the other way round.
fn same_kind(lang: Lang, backup: &Path, file: &Path) -> Result<(), Stop> {
    // A register too damaged to say what it is may be replaced by either; `restore` judges the backup itself.
    let Ok(from) = Register::open_to_verify(backup) else { return Ok(()) };
    let Ok(to) = Register::open_to_verify(file) else { return Ok(()) };
    if from.kind() == to.kind() {
        return Ok(());
    }
    let words = lang.say(
        format!(
            "控えは{}、戻す先は{}です。取り違えを防ぐため、何も変えていません。ファイルを確かめてください。",
            kind_word(lang, from.kind()),
            kind_word(lang, to.kind())
        ),
        "One of the two is a practice register, the other is not. Nothing was changed. Check the paths.",
    );
    Err(Stop::new(Exit::NotFine, words))
}
