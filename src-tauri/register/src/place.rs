//! Where a register lies: the files beside it, and whether its folder is fit for one. Opens no database.
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf, Prefix};

use crate::trouble::Trouble;

/// `<name><ending>` beside the register.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// Written once a register has been created; tells a lost register from a first run.
pub(crate) fn marker(path: &Path) -> PathBuf {
    beside(path, ".marker")
}

/// The file with its write-ahead log and shared memory: `""`, `-wal`, `-shm`.
pub(crate) const PARTS: [&str; 3] = ["", "-wal", "-shm"];

pub(crate) fn folder(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes renames in a folder lasting. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Trouble> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

pub(crate) fn sync_file(path: &Path) -> Result<(), Trouble> {
    // Windows syncs only what is open for writing.
    Ok(File::options().read(true).write(true).open(path)?.sync_all()?)
}

pub(crate) fn remove_if_there(path: &Path) -> Result<(), Trouble> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// What the first bytes of a file say, read without SQLite.
pub(crate) struct Header {
    pub application: u32,
    pub version: u32,
}

const MAGIC: &[u8] = b"SQLite format 3\0";

/// # Errors
/// `NeverCreated`, `Missing`, `Empty`, `Foreign` (too short or no SQLite file), `Io`.
pub(crate) fn header(path: &Path) -> Result<Header, Trouble> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(if marker(path).exists() { Trouble::Missing } else { Trouble::NeverCreated });
        }
        Err(error) => return Err(error.into()),
    };
    let mut bytes = Vec::with_capacity(100);
    file.by_ref().take(100).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Err(Trouble::Empty);
    }
    let number = |at: usize| bytes.get(at..at + 4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]));
    match (bytes.starts_with(MAGIC), number(68), number(60)) {
        (true, Some(application), Some(version)) => Ok(Header { application, version }),
        _ => Err(Trouble::Foreign),
    }
}

/// Whether a path lies on a network drive: by mount on Linux, by its UNC form elsewhere (a mapped drive letter
/// resolves to one). SQLite's locks do not hold there.
pub fn on_network(path: &Path) -> bool {
    let full = fs::canonicalize(path).or_else(|_| fs::canonicalize(folder(path)));
    let full = full.unwrap_or_else(|_| path.to_owned());
    let unc = |part: Component| match part {
        Component::Prefix(prefix) => matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)),
        _ => false,
    };
    if full.components().any(unc) {
        return true;
    }
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    network_file_system(&mounts, &full)
}

const NETWORK: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "ceph",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
    "fuse.gvfsd-fuse",
];

/// Whether the mount that holds `path`, by the lines of Linux's `mountinfo`, is a network file system.
pub fn network_file_system(mountinfo: &str, path: &Path) -> bool {
    let holding = mountinfo.lines().filter_map(|line| {
        let (left, right) = line.split_once(" - ")?;
        let point = left.split(' ').nth(4)?.replace("\\040", " ");
        let kind = right.split(' ').next()?;
        path.starts_with(&point).then_some((point.len(), kind))
    });
    // Of mounts on the same point the last one covers the others; `max_by_key` keeps the last of equals.
    holding.max_by_key(|(length, _)| *length).is_some_and(|(_, kind)| NETWORK.contains(&kind))
}
