//! The process that writes until it is killed or the disk fails it. Says on its output what was acknowledged.
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use domain::action::Action;
use register::{Committed, Register, Trouble};

use crate::common::{JIRO, MITSUE, act, at, hold, mark, note, receive};

pub fn run(role: &str, path: &Path) {
    match role {
        "child-write" => write(path),
        "child-hold" => hold_open(path),
        other => panic!("no such role: {other}"),
    }
}

/// This test again, in another role.
pub fn start(role: &str, path: &Path) -> Child {
    spawn(Command::new(std::env::current_exe().unwrap()).arg(role).arg(path))
}

pub fn spawn(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap()
}

/// What one line of a child said.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Acknowledged { seq: i64, hash: String },
    Other(String),
}

/// The lines of a child, as they come; a line cut off by its death is left out.
pub fn listen(child: &mut Child) -> impl Iterator<Item = Said> + use<> {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    std::iter::from_fn(move || {
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let line = line.strip_suffix('\n')?;
        Some(match line.strip_prefix("ack ").and_then(|ack| ack.split_once(' ')) {
            Some((seq, hash)) => Said::Acknowledged { seq: seq.parse().unwrap(), hash: hash.to_owned() },
            None => Said::Other(line.to_owned()),
        })
    })
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).unwrap();
}

/// Holds the register open until its input ends.
fn hold_open(path: &Path) {
    let register = Register::open(path);
    match &register {
        Ok(_) => say("open"),
        Err(trouble) => say(&format!("{trouble:?}")),
    }
    let _ = std::io::stdin().read(&mut [0]);
}

/// Writes every kind of thing over and over. When the disk fails it, says so, tries once more, says that too, and ends.
fn write(path: &Path) {
    let register = Register::open(path).unwrap();
    let begun = register.last_seq_and_hash().unwrap().0;
    for round in begun.. {
        let Err(trouble) = one_round(&register, round) else { continue };
        say(&format!("trouble {trouble:?}"));
        say(&format!("again {:?}", register.note_event("again", "", &mark(round)).err()));
        return;
    }
}

fn one_round(register: &Register, round: i64) -> Result<(), Trouble> {
    let acknowledge = |done: Committed| {
        say(&format!("ack {} {}", done.seq, done.hash));
        done.id
    };
    let person = if round % 2 == 0 { MITSUE } else { JIRO };
    let id = acknowledge(receive(register, &person, round)?);
    // A minute each from a day that no other round uses.
    let start = at(id * 60).format("%Y-%m-%dT%H:%M:%S").to_string();
    acknowledge(act(register, id, hold("dr1", &start, 60, "2999-12-31T17:15:00"), round)?);
    register.put_draft("receive", r#"{"family":"た"}"#, at(round))?;
    acknowledge(act(register, id, note("電話で確認"), round)?);
    register.put_reference("setting", "round", &round.to_string(), &mark(round), "")?;
    let (seq, hash) = register.last_seq_and_hash()?;
    say(&format!("ack {seq} {hash}"));
    acknowledge(act(register, id, Action::ReleaseSlot { start: start.parse().unwrap() }, round)?);
    Ok(())
}
