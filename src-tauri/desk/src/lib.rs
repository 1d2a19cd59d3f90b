//! The use cases of the desk, one file each, and the wire they are called by. No window, no SQL, no drawing.
pub mod wire;
