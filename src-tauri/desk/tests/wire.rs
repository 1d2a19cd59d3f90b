//! The TypeScript of the wire is made from the Rust list. `UKETSUKE_WIRE=write` (cargo wire) refreshes it.
use std::path::Path;

#[test]
fn typescript_is_what_the_desk_speaks() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/wire/generated.ts");
    let fresh = desk::wire::typescript::generate();
    if std::env::var("UKETSUKE_WIRE").is_ok_and(|v| v == "write") {
        std::fs::write(&file, &fresh).expect("the wire file can be written");
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(stored == fresh, "ui/src/wire/generated.ts is stale: run `UKETSUKE_WIRE=write cargo wire`");
}
