//! Writes one paper to a file, to look at after changing a layout: `sample slip out.pdf [practice]` takes the sample
//! of a kind, `sample data.json out.pdf` the data of a paper as it is stored.

use documents::{Fonts, Paper, example, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, kind, path, rest @ ..] = arguments.as_slice() else {
        return Err("usage: sample <kind or json> <file> [practice]".into());
    };
    let paper: Paper = match kind.strip_suffix(".json") {
        Some(_) => serde_json::from_slice(&std::fs::read(kind)?)?,
        None => example(kind).ok_or("no such paper")?,
    };
    let paper = if rest.is_empty() { paper } else { paper.for_practice() };
    std::fs::write(path, render(Fonts::embedded(), &paper)?)?;
    Ok(())
}
