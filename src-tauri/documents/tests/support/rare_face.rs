//! A face with one more character than the built-in ones, for tests of faces a hospital adds.

pub const GOTHIC: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansJP-Regular.ttf");
/// A kanji of family registers that the built-in faces do not have (CJK Extension H).
pub const RARE: char = '\u{31350}';

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

fn short(bytes: &[u8], at: usize) -> usize {
    usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]))
}

/// A face that draws [`RARE`]: a built-in one, whose last character gets that number instead of its own.
pub fn rare_face() -> Vec<u8> {
    let mut bytes = GOTHIC.to_vec();
    let tables = (0..short(&bytes, 4)).map(|i| 12 + 16 * i);
    let cmap =
        tables.filter(|t| &bytes[*t..*t + 4] == b"cmap").map(|t| number(&bytes, t + 8)).next().unwrap();
    let maps: Vec<usize> =
        (0..short(&bytes, cmap + 2)).map(|i| cmap + number(&bytes, cmap + 8 + 8 * i)).collect();
    let with_all_planes: Vec<usize> = maps.into_iter().filter(|map| short(&bytes, *map) == 12).collect();
    for map in with_all_planes {
        let last = map + 16 + 12 * (number(&bytes, map + 12) - 1);
        let glyph = number(&bytes, last + 8) + number(&bytes, last + 4) - number(&bytes, last);
        for (at, value) in [(last, RARE as usize), (last + 4, RARE as usize), (last + 8, glyph)] {
            bytes[at..at + 4].copy_from_slice(&(value as u32).to_be_bytes());
        }
    }
    bytes
}
