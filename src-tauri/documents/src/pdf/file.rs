//! The bytes of a file (PDF 32000-1, 7.5): streams pressed by one compressor for all, the many small objects together
//! in object streams, and an id that depends on nothing but the content. The same bytes on every machine.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Status, Strategy, compress_bound};

/// How hard streams are pressed: more costs time for a hundredth of the size.
const LEVEL: i32 = 6;
/// Objects in one stream: many small ones press well together, and a reader still need not open all of them.
const TOGETHER: usize = 400;
/// The comment after the first line shows that bytes beyond ASCII follow.
const BEGIN: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

/// Writes the whole document.
pub(super) fn bytes(document: &Document) -> Vec<u8> {
    let mut file = File {
        bytes: BEGIN.to_vec(),
        entries: vec![Entry::Free; document.max_id as usize + 1],
        press: Deflate::new_with_config(DeflateConfig::new(LEVEL)),
        press_outlines: Deflate::new_with_config(DeflateConfig {
            strategy: Strategy::HuffmanOnly,
            ..DeflateConfig::new(LEVEL)
        }),
        id: Fnv::default(),
    };
    let mut small = Vec::new();
    for ((number, _), object) in &document.objects {
        match object {
            Object::Stream(stream) => file.stream(*number, &stream.dict, &stream.content),
            other => small.push((*number, other)),
        }
    }
    small.chunks(TOGETHER).for_each(|objects| file.together(objects));
    file.finish(&document.trailer)
}

/// Where an object is found.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    /// In which stream, as the how manieth.
    In(u32, usize),
}

struct File {
    bytes: Vec<u8>,
    /// By object number.
    entries: Vec<Entry>,
    press: Deflate,
    /// Outlines hardly repeat themselves: looking for repetitions in them would take a third of the time of a whole
    /// paper, for a seventh of its size.
    press_outlines: Deflate,
    id: Fnv,
}

impl File {
    fn stream(&mut self, number: u32, dictionary: &Dictionary, content: &[u8]) {
        let press = if dictionary.has(b"Length1") { &mut self.press_outlines } else { &mut self.press };
        let pressed = pressed(press, content);
        self.id.add(&pressed);
        self.entries[number as usize] = Entry::At(self.bytes.len());
        let mut dictionary = dictionary.clone();
        dictionary.set("Filter", "FlateDecode");
        dictionary.set("Length", pressed.len() as i64);
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        put_dictionary(&mut self.bytes, &dictionary);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(pressed);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    fn together(&mut self, objects: &[(u32, &Object)]) {
        let stream = self.entries.len() as u32;
        let (mut index, mut content) = (Vec::new(), Vec::new());
        for (place, (number, object)) in objects.iter().enumerate() {
            index.extend(format!("{number} {} ", content.len()).bytes());
            put(&mut content, object);
            content.push(b'\n');
            self.entries[*number as usize] = Entry::In(stream, place);
        }
        self.entries.push(Entry::Free);
        let (count, first) = (objects.len() as i64, index.len() as i64);
        index.extend(content);
        self.stream(stream, &dictionary! { "Type" => "ObjStm", "N" => count, "First" => first }, &index);
    }

    /// The table of all objects, itself a stream, and where it begins.
    fn finish(mut self, trailer: &Dictionary) -> Vec<u8> {
        let (begin, number) = (self.bytes.len(), self.entries.len() as u32);
        self.entries.push(Entry::At(begin));
        let mut table = Vec::with_capacity(7 * self.entries.len());
        for entry in &self.entries {
            let (kind, where_, place) = match *entry {
                Entry::Free => (0, 0, 0xffff),
                Entry::At(offset) => (1, offset as u32, 0),
                Entry::In(stream, place) => (2, stream, place as u16),
            };
            table.push(kind);
            table.extend(where_.to_be_bytes());
            table.extend(place.to_be_bytes());
        }
        let id = Object::String(self.id.0.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
        let mut dictionary = trailer.clone();
        dictionary.set("Type", "XRef");
        dictionary.set("Size", self.entries.len() as i64);
        dictionary.set("W", [1, 4, 2].map(Object::Integer).to_vec());
        dictionary.set("ID", vec![id.clone(), id]);
        self.stream(number, &dictionary, &table);
        self.bytes.extend(format!("startxref\n{begin}\n%%EOF\n").bytes());
        self.bytes
    }
}

fn pressed(press: &mut Deflate, content: &[u8]) -> Vec<u8> {
    let mut pressed = vec![0; compress_bound(content.len())];
    press.reset();
    let status = press.compress(content, &mut pressed, DeflateFlush::Finish);
    assert!(matches!(status, Ok(Status::StreamEnd)), "the buffer holds whatever comes out");
    pressed.truncate(press.total_out() as usize);
    pressed
}

fn put(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => put_integer(out, *value),
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(name) => put_name(out, name),
        Object::String(text, _) => put_string(out, text),
        Object::Array(items) => {
            out.push(b'[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(b' ');
                }
                put(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => put_dictionary(out, dictionary),
        Object::Reference((number, _)) => {
            put_integer(out, i64::from(*number));
            out.extend(b" 0 R");
        }
        Object::Stream(Stream { .. }) => unreachable!("a stream is an object of its own"),
    }
}

fn put_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        put_name(out, key);
        if !matches!(value, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)) {
            out.push(b' ');
        }
        put(out, value);
    }
    out.extend(b">>");
}

fn put_integer(out: &mut Vec<u8>, mut value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10).unsigned_abs() as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend(&digits[at..]);
}

fn put_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"+-_.".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn put_string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'<');
    for byte in text {
        out.extend([byte >> 4, byte & 15].map(|half| b"0123456789ABCDEF"[usize::from(half)]));
    }
    out.push(b'>');
}

/// FNV-1a over 128 bits: no secret is kept here, equal content only has to get an equal id.
struct Fnv(u128);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_written_as_the_format_asks() {
        #[track_caller]
        fn check(object: impl Into<Object>, expect: &str) {
            let mut out = Vec::new();
            put(&mut out, &object.into());
            assert_eq!(String::from_utf8(out).unwrap(), expect);
        }
        check(0, "0");
        check(-120, "-120");
        check(i64::MIN, "-9223372036854775808");
        check(0.25_f32, "0.25");
        check(true, "true");
        check(Object::Null, "null");
        check("A b#c(/)", "/A#20b#23c#28#2F#29");
        check(Object::string_literal("()\\\r"), "<28295C0D>");
        check((12, 0), "12 0 R");
        check(vec![1.into(), Object::from("N"), vec![].into()], "[1 /N []]");
        check(dictionary! { "K" => 1, "L" => "M", "N" => dictionary! {} }, "<</K 1/L/M/N<<>>>>");
    }
}
