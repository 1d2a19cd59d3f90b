//! The hashes that show a changed row and a broken chain: SHA-256 over length-prefixed fields.
use sha2::{Digest, Sha256};

/// 32 bytes of SHA-256.
pub(crate) type Hash = [u8; 32];

/// What the first journal entry names as the one before it.
pub(crate) const NOTHING: Hash = [0; 32];

/// Fields in order, each with its length before it, so that no two different lists hash alike.
pub(crate) fn of(fields: &[&[u8]]) -> Hash {
    let mut sha = Sha256::new();
    for field in fields {
        sha.update((field.len() as u64).to_be_bytes());
        sha.update(field);
    }
    sha.finalize().into()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
