//! Writes the sample of one paper to a file: `sample slip out.pdf [practice]`. For looking at a layout after
//! changing it.

use documents::{Fonts, example, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, kind, path, rest @ ..] = arguments.as_slice() else {
        return Err("usage: sample <kind> <file> [practice]".into());
    };
    let paper = example(kind).ok_or("no such paper")?;
    let paper = if rest.is_empty() { paper } else { paper.for_practice() };
    std::fs::write(path, render(Fonts::embedded(), &paper)?)?;
    Ok(())
}
