//! Help, versions, usage errors and exit codes.
use crate::stage::{run, start, tool};

#[test]
fn help_says_it_all() {
    let all = run(&["--help"]);
    let said = all.fine();
    for word in
        ["verify", "backup", "restore", "replay", "calendar", "paper", "--lang", "--profile", "--register"]
    {
        assert!(said.contains(word), "{word}");
    }
    for kind in documents::KINDS.into_iter().chain(["--example"]) {
        assert!(said.contains(kind), "{kind}");
    }
    for code in ["0  問題なし", "1  調べたもの", "2  実行のしかた", "3  読めない"] {
        assert!(said.contains(code), "{code}");
    }
    assert_eq!(run(&["-h"]).fine(), said);
    assert!(run(&["--help", "--lang", "en"]).fine().contains("2  the command line is wrong"));
}

#[test]
fn each_command_has_its_own_help() {
    for command in ["verify", "backup", "restore", "replay", "calendar", "paper"] {
        for lang in ["ja", "en"] {
            let ran = run(&[command, "--help", "--lang", lang]);
            let said = ran.fine();
            assert!(said.contains(&format!("uketsuke-admin {command} ")), "{said}");
            assert_eq!(said.matches("uketsuke-admin verify").count(), usize::from(command == "verify"));
            assert!(said.contains(if lang == "ja" { "終了コード" } else { "Exit codes" }), "{said}");
        }
    }
    assert!(run(&["verify", "-h", "too", "many"]).fine().contains("verify FILE"), "help needs nothing else");
}

#[test]
fn the_version_is_the_program_s() {
    let expect = concat!("uketsuke-admin ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(run(&["--version"]).fine(), expect);
    assert_eq!(run(&["-V", "verify"]).fine(), expect);
}

#[test]
fn a_wrong_command_line_is_told_by_name() {
    let table: [(&[&str], &str); 18] = [
        (&[], "コマンドがありません"),
        (&["inspect", "x"], "「inspect」というコマンドはありません"),
        (&["verify"], "uketsuke-admin verify FILE"),
        (&["verify", "a", "b"], "uketsuke-admin verify FILE"),
        (&["verify", ""], "uketsuke-admin verify FILE"),
        (&["backup", "a"], "uketsuke-admin backup FILE DIR"),
        (&["restore", "a"], "uketsuke-admin restore BACKUP FILE"),
        (&["calendar", "2026-12-27"], "uketsuke-admin calendar FROM TO"),
        (&["paper"], "uketsuke-admin paper KIND"),
        (&["paper", "letter"], "「letter」という書類はありません"),
        (&["verify", "x", "--fix"], "--fix という指定はありません"),
        (&["verify", "x", "-x"], "-x という指定はありません"),
        (&["verify", "x", "--example"], "verify に --example はありません"),
        (&["paper", "slip", "--register", "x"], "paper に --register はありません"),
        (&["calendar", "1/1", "1/2", "--profile"], "--profile の後に値がありません"),
        (&["calendar", "1/1", "1/2", "--profile=a", "--profile=b"], "--profile が二度あります"),
        (&["calendar", "1/1", "1/2", "--profile=a", "--register=b"], "どちらか一つだけ"),
        (&["verify", "x", "--lang", "fr"], "--lang は ja か en です"),
    ];
    for (words, complaint) in table {
        let ran = run(words);
        ran.refused(2, complaint);
        assert!(ran.err.contains("--help"), "it says where to read on: {}", ran.err);
    }
}

#[test]
fn complaints_come_in_the_language_asked_for() {
    run(&["--lang", "en", "verify"]).refused(2, "It is called as: uketsuke-admin verify FILE");
    run(&["verify", "x", "--fix", "--lang=en"]).refused(2, "There is no option --fix");
    run(&["verify", "--lang", "en", "/no/such/register"]).refused(3, "There is no register here");
    run(&["verify", "/no/such/register"]).refused(3, "この場所に受付台帳はありません");
}

#[test]
fn what_was_typed_cannot_steer_the_terminal() {
    let ran = run(&["verify", "/no/\u{1b}[2J\u{202e}file"]);
    ran.refused(3, "/no/<U+001B>[2J<U+202E>file");
    assert!(run(&["\u{1b}c"]).err.contains("「<U+001B>c」"));
}

#[test]
fn after_two_dashes_nothing_is_an_option() {
    run(&["verify", "--", "--help"]).refused(3, "--help：この場所に受付台帳はありません");
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_unicode_is_no_reason_to_panic() {
    use std::os::unix::ffi::OsStrExt;
    let child = start(tool().arg("verify").arg(std::ffi::OsStr::from_bytes(b"/no/\xff")));
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(3));
}
