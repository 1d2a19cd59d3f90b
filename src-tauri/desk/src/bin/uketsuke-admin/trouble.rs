//! A register's trouble as a sentence: what happened, what is safe, what to do; and with which exit code it ends.
use std::path::Path;

use register::Trouble;

use crate::console::{Exit, Lang, Stop, shown};

/// A path as it may be shown.
pub fn named(path: &Path) -> String {
    shown(&path.to_string_lossy())
}

/// Damage is an answer about the register; everything else kept us from looking.
fn exit(trouble: &Trouble) -> Exit {
    match trouble {
        Trouble::Empty
        | Trouble::Foreign
        | Trouble::Corrupt { .. }
        | Trouble::Contradiction
        | Trouble::BackupBad { .. } => Exit::NotFine,
        _ => Exit::Cannot,
    }
}

/// What `trouble` with the register or backup `path` means for the person.
pub fn stop(lang: Lang, path: &Path, trouble: &Trouble) -> Stop {
    let (ja, en) = words(trouble);
    let path = named(path);
    Stop::new(exit(trouble), lang.say(format!("{path}：{ja}"), format!("{path}: {en}")))
}

fn words(trouble: &Trouble) -> (String, String) {
    let (ja, en) = match trouble {
        Trouble::NeverCreated => (
            "この場所に受付台帳はありません。何も変えていません。ファイルの場所を確かめてください。",
            "There is no register here. Nothing was changed. Check the path.",
        ),
        Trouble::Missing => (
            "受付台帳があった場所ですが、ファイルがなくなっています。何も変えていません。移した先を探すか、控えから restore で戻してください。",
            "There was a register here, but the file is gone. Nothing was changed. Find where it was moved, or restore a backup.",
        ),
        Trouble::Empty => (
            "ファイルの中身が空です。何も変えていません。控えから restore で戻してください。",
            "The file is empty. Nothing was changed. Restore a backup.",
        ),
        Trouble::Foreign => (
            "「受付」の台帳ではないか、先頭が壊れています。何も変えていません。場所が正しければ、控えから restore で戻してください。",
            "This is no register of Uketsuke, or its head is damaged. Nothing was changed. If the path is right, restore a backup.",
        ),
        Trouble::Newer { found, known } => {
            return (
                format!(
                    "新しい版の「受付」で作られた台帳です（形式{found}。この道具が読めるのは{known}まで）。何も変えていません。同じ版の uketsuke-admin を使ってください。"
                ),
                format!(
                    "The register was made by a newer Uketsuke (format {found}; this tool knows {known}). Nothing was changed. Use the uketsuke-admin of that version."
                ),
            );
        }
        Trouble::Corrupt { detail } => {
            return (
                format!(
                    "受付台帳が壊れています（{}）。ファイルには手を加えていません。このファイルをとっておき、verify で異常のない控えから restore で戻してください。",
                    shown(detail)
                ),
                format!(
                    "The register is damaged ({}). The file was not touched. Keep it, and restore a backup that verify finds sound.",
                    shown(detail)
                ),
            );
        }
        Trouble::Locked => (
            "受付台帳をほかの「受付」が使っています。何も変えていません。そちらを閉じてから、もう一度実行してください。",
            "The register is in use. Nothing was changed. Close Uketsuke and run this again.",
        ),
        Trouble::ReadOnly => (
            "書き込みが許されていない場所です。元のファイルはそのままです。フォルダーの権限を確かめてください。",
            "This place cannot be written to. The files there are as they were. Check the folder's permissions.",
        ),
        Trouble::NetworkDrive => (
            "共有フォルダーの上にあります。何も変えていません。受付台帳はこのパソコンの中に置いてください。",
            "This is on a network drive. Nothing was changed. A register must lie on this computer.",
        ),
        Trouble::DiskFull => (
            "ディスクに空きがありません。元のファイルはそのままです。空きを作ってから、もう一度実行してください。",
            "The disk is full. The files there are as they were. Make room and run this again.",
        ),
        Trouble::Io { kind } => {
            return (
                format!(
                    "読み書きができませんでした（{}）。元のファイルはそのままです。場所、権限、ディスクを確かめてください。",
                    shown(kind)
                ),
                format!(
                    "It could not be read or written ({}). The files there are as they were. Check path, permissions and disk.",
                    shown(kind)
                ),
            );
        }
        Trouble::BackupBad { why } => {
            return (
                format!(
                    "この控えは使えません（{}）。元の受付台帳はそのままです。別の控えを verify で確かめてから使ってください。",
                    shown(why)
                ),
                format!(
                    "The backup cannot be used ({}). The register is as it was. Use another that verify finds sound.",
                    shown(why)
                ),
            );
        }
        other => {
            return (
                format!(
                    "できませんでした（{}）。元のファイルはそのままです。この文を添えて作者に知らせてください。",
                    shown(&other.to_string())
                ),
                format!(
                    "It could not be done ({}). The files there are as they were. Report this sentence.",
                    shown(&other.to_string())
                ),
            );
        }
    };
    (ja.to_owned(), en.to_owned())
}
