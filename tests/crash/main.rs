//! Crashes and sick disks against the real register: processes killed while they write, two at once, full and read-only
//! disks, failing syncs. The test starts itself again as the process that is to die.
//!
//! What the machine does not allow (mounting a small disk, `strace`) is named as not run, never passed over in silence.
#[path = "../../src-tauri/register/tests/common/mod.rs"]
mod common;

mod child;
mod disk;
mod kill;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, role, path] = args.as_slice()
        && role.starts_with("child-")
    {
        return child::run(role, path.as_ref());
    }
    let tests: [Test; 7] = [
        ("nothing acknowledged is lost by 200 kills", kill::two_hundred_kills),
        ("a lock dies with its process", kill::lock_dies_with_its_process),
        ("of two starts one writes", kill::double_starts),
        ("a full disk is said, and work goes on after", disk::full),
        ("a read-only disk opens for viewing", disk::read_only),
        ("a file that may not grow loses nothing", disk::limited),
        ("after a failed sync nothing more is written", disk::failed_sync),
    ];
    let wanted = args.get(1).filter(|arg| !arg.starts_with('-'));
    for (name, test) in tests {
        if wanted.is_some_and(|part| !name.contains(part.as_str())) {
            continue;
        }
        match test() {
            Ran::Passed => println!("test {name} ... ok"),
            Ran::NotRun(why) => println!("test {name} ... NOT RUN: {why}"),
        }
    }
}

/// Its name and what it does.
type Test = (&'static str, fn() -> Ran);

/// How a test went; a failed one panics.
pub enum Ran {
    Passed,
    NotRun(&'static str),
}
