//! The promises of the house that no compiler keeps: who may know what, how long a file may be, how strict the window is.
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file under `folder` with one of the endings, without what is built.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target", "gen", ".parts"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let shown = path.strip_prefix(root()).unwrap().display().to_string();
                found.push((shown, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds files to look at");
    found
}

#[test]
fn no_file_grows_past_600_lines() {
    let mut all = files("src-tauri", &[".rs", ".sql"]);
    all.extend(files("ui/src", &[".svelte", ".ts", ".css"]));
    all.extend(files("tests", &[".rs"]));
    let long: Vec<String> = all
        .iter()
        .filter(|(name, _)| !name.ends_with("generated.ts") && !name.ends_with("lucide.ts"))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > 600)
        .map(|(name, lines)| format!("{lines} {name}"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn each_room_knows_only_what_it_may() {
    let rooms = [
        (
            "src-tauri/domain/src",
            &["rusqlite", "tauri", "printpdf", "std::fs", "SystemTime", "Utc::now", "Local::now", "std::net"]
                [..],
        ),
        ("src-tauri/register/src", &["tauri::", "printpdf", "Utc::now", "SystemTime", "std::net"]),
        ("src-tauri/documents/src", &["rusqlite", "tauri", "SystemTime", "std::net"]),
        ("src-tauri/desk/src", &["rusqlite", "tauri", "printpdf", "std::net"]),
    ];
    for (room, forbidden) in rooms {
        for (name, text) in files(room, &[".rs"]) {
            for (n, line) in text.lines().enumerate().filter(|(_, line)| !comment(line)) {
                for word in forbidden {
                    assert!(!line.contains(word), "{name}:{} must not know {word}", n + 1);
                }
            }
        }
    }
}

#[test]
fn sql_is_never_put_together_from_text() {
    for (name, text) in files("src-tauri", &[".rs"]).iter().filter(|(name, _)| !name.contains("/tests/")) {
        for verb in ["SELECT", "INSERT", "UPDATE", "DELETE"] {
            assert!(!text.contains(&format!("format!(\"{verb} ")), "{name} builds SQL from text");
        }
    }
}

fn comment(line: &str) -> bool {
    line.trim_start().starts_with("//") || line.trim_start().starts_with('*')
}

fn json(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join(path)).unwrap()).unwrap()
}

#[test]
fn the_window_is_strict() {
    let conf = json("tauri.conf.json");
    let app = &conf["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    assert_eq!(app["windows"][0]["incognito"], true);
    assert_eq!(app["windows"][0]["generalAutofillEnabled"], false);
    assert_eq!(app["windows"][0]["devtools"], false);
    let csp = app["security"]["csp"].as_object().expect("a policy, never null");
    assert_eq!(csp["default-src"], "'none'");
    for (name, value) in csp {
        let value = value.as_str().unwrap();
        assert!(!value.contains("unsafe") && !value.contains('*'), "{name}: {value}");
        for source in value.split(' ').filter(|source| source.contains("://")) {
            assert_eq!(source, "http://ipc.localhost", "{name} names a host");
        }
    }
    let capability = json("src-tauri/capabilities/main.json");
    assert_eq!(capability["permissions"], serde_json::json!(["allow-call"]));
    assert_eq!(capability["remote"], Value::Null);
    let folder = std::fs::read_dir(root().join("src-tauri/capabilities")).unwrap().count();
    assert_eq!(folder, 1, "one capability and no other");
}

/// Every sentence the desk asks for stands in the shipped profile.
#[test]
fn the_shipped_profile_has_every_sentence() {
    let profile = desk::default_profile();
    let mut asked = 0;
    let heads = "slip. guide. cover. label. call. paper. item. decline. decline_letter. outpatient. contact_request. \
        missing. more. referrer. letter. return. screening. reminder. stub. spine. daylist. postlist. apply. consent. \
        calibration. verdict.";
    let heads: Vec<&str> = heads.split_whitespace().collect();
    for (name, text) in files("src-tauri/desk/src", &[".rs"]) {
        for key in text.split('"').skip(1).step_by(2) {
            let key_like = heads.iter().any(|head| key.starts_with(head)) && !key.contains(['{', ' ', '/']);
            if key_like && key.len() > key.find('.').unwrap() + 1 {
                assert!(
                    profile.wording.contains_key(key),
                    "{name} says {key}, which the profile does not word"
                );
                asked += 1;
            }
        }
    }
    assert!(asked > 40, "only {asked} sentences were found: the test looks in the wrong place");
    for ground in domain::screening::Ground::ALL {
        let key = serde_json::to_value(ground).unwrap();
        for group in ["decline", "ground"] {
            assert!(
                profile.wording.contains_key(&format!("{group}.{}", key.as_str().unwrap())),
                "{group} {key}"
            );
        }
    }
    for item in domain::packet::ItemKind::ALL {
        let key = serde_json::to_value(item).unwrap();
        assert!(profile.wording.contains_key(&format!("item.{}", key.as_str().unwrap())));
    }
    assert!(desk::default_departments().iter().any(|d| !d.online_elsewhere.is_empty()), "R81 is data");
    for kind in domain::paper::PaperKind::ALL {
        let kind = serde_json::to_value(kind).unwrap();
        assert!(profile.wording.contains_key(&format!("paper.{}", kind.as_str().unwrap())), "{kind}");
    }
    let codes = "defect.N01 defect.N02 defect.N03 defect.N04 defect.N05 defect.N06 defect.N07 defect.N08 defect.N09 \
        defect.N10 defect.N11 defect.N12 defect.N13 defect.N14 defect.N15 defect.N16 defect.N17 supplier.patient \
        supplier.applicant supplier.referrer send.patient send.applicant send.referrer form.original form.copy form.disc \
        form.electronic who.patient who.patient_with_family who.family who.other mode.in_person mode.online";
    for key in codes.split_whitespace() {
        assert!(profile.wording.contains_key(key), "{key}");
    }
}

/// The hospital's own facts are data: none of the notice's values stands in the code.
#[test]
fn no_hospital_lives_in_the_code() {
    for room in [
        "src-tauri/domain/src",
        "src-tauri/register/src",
        "src-tauri/documents/src",
        "src-tauri/desk/src",
        "ui/src",
    ] {
        for (name, text) in files(room, &[".rs", ".svelte", ".ts"]) {
            // What is made from the Rust files was looked at there.
            if ["test", "/dev/", "example", "generated"].iter().any(|part| name.contains(part)) {
                continue;
            }
            for (n, line) in text.lines().enumerate().filter(|(_, line)| !comment(line)) {
                for fact in ["東北大学", "717-8885", "13-1540", "星陵町", "株式会社メドレー"] {
                    assert!(!line.contains(fact), "{name}:{} holds {fact}", n + 1);
                }
            }
        }
    }
}
