//! The window as a person without a mouse has it: Tab to what is wanted, type, press; and what can be read on it.
use std::cell::RefCell;
use std::path::Path;

use serde::Deserialize;

use crate::driver::{Driver, wait_for};

pub const TAB: char = '\u{E004}';
pub const ENTER: char = '\u{E007}';
pub const CTRL: char = '\u{E009}';
pub const ALT: char = '\u{E00A}';
pub const LEFT: char = '\u{E012}';
pub const RIGHT: char = '\u{E014}';
pub const DOWN: char = '\u{E015}';
pub const SPACE: char = ' ';

/// F1 to F12.
pub const fn f(n: u32) -> char {
    match char::from_u32(0xE030 + n) {
        Some(key) => key,
        None => '\0',
    }
}

/// What has the focus, as a screen reader would say it.
#[derive(Clone, Debug, Deserialize)]
struct Focus {
    id: String,
    tag: String,
    kind: String,
    name: String,
    group: String,
    value: String,
    checked: bool,
    blocked: bool,
}

impl Focus {
    /// `#id`, or the beginning of the name.
    fn is(&self, what: &str) -> bool {
        match what.strip_prefix('#') {
            Some(id) => self.id == id,
            None => self.name.starts_with(what),
        }
    }

    fn presses(&self) -> bool {
        matches!(self.tag.as_str(), "button" | "a" | "summary")
    }
}

const FOCUS: &str = r"(() => {
  const it = document.activeElement ?? document.body;
  const texts = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
  const nameOf = (e) => e.getAttribute('aria-label')
    ?? (e.hasAttribute('aria-labelledby') ? texts(e.getAttribute('aria-labelledby')) : null)
    ?? (e.labels?.length ? e.labels[0].innerText : e.innerText ?? '');
  const tidy = (words) => words.replace(/\s+/g, ' ').trim();
  const group = it.closest('[role=radiogroup]');
  return {
    id: it.id, tag: it.localName, kind: it.type ?? '', name: tidy(nameOf(it)), group: group ? tidy(nameOf(group)) : '',
    value: it.localName === 'select' ? it.selectedOptions[0]?.label ?? '' : it.value ?? '',
    checked: it.checked === true, blocked: it.getAttribute('aria-disabled') === 'true',
  };
})()";

pub struct Window {
    driver: Driver,
}

impl Window {
    /// Starts the program and waits until the work of the day is on the screen.
    pub fn open(program: &Path, env: &[(&str, String)]) -> Window {
        let window = Window { driver: Driver::start(program, env) };
        window.sees("今日の仕事");
        window
    }

    fn focus(&self) -> Focus {
        serde_json::from_value(self.driver.read(FOCUS)).expect("the shape of FOCUS")
    }

    fn shown(&self) -> String {
        self.driver.read("document.body?.innerText ?? ''").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until these words stand anywhere on the screen.
    pub fn sees(&self, words: &str) {
        wait_for(
            || format!("「{words}」 on:\n{}", self.shown()),
            || self.shown().contains(words).then_some(()),
        );
    }

    /// Waits until the words are gone.
    pub fn sees_no_more(&self, words: &str) {
        wait_for(
            || format!("「{words}」 to go from:\n{}", self.shown()),
            || (!self.shown().contains(words)).then_some(()),
        );
    }

    /// Waits until no button of the screen begins with these words: what it did is done.
    pub fn offers_no_more(&self, verb: &str) {
        let told = || format!("「{verb}」 to be done; offered are {:?}\n{}", self.buttons(), self.shown());
        wait_for(told, || (!self.offers(verb)).then_some(()));
    }

    /// Whether a button that begins with these words is in sight now.
    pub fn offers(&self, verb: &str) -> bool {
        self.buttons().iter().any(|it| it.starts_with(verb))
    }

    fn buttons(&self) -> Vec<String> {
        let seen = "[...document.querySelectorAll('main button')].filter((it) => it.checkVisibility()).map((it) => it.innerText.trim())";
        serde_json::from_value(self.driver.read(seen)).expect("texts")
    }

    pub fn press(&self, key: char) {
        self.driver.press(&[vec![key]]);
    }

    pub fn chord(&self, held: char, key: char) {
        self.driver.press(&[vec![held, key]]);
    }

    /// Tabs on until `there`; after the last element the first follows. What is wanted may also come a moment later.
    fn tab_until(&self, what: &str, there: impl Fn(&Focus) -> bool) -> Focus {
        let passed = RefCell::new(Vec::new());
        let told =
            || format!("the focus on 「{what}」; it went over {:?}\n{}", passed.borrow(), self.shown());
        wait_for(told, || {
            let now = self.focus();
            if there(&now) {
                return Some(now);
            }
            let place = format!("{}#{}", now.name, now.id);
            // Once round is enough to tell.
            if !passed.borrow().contains(&place) {
                passed.borrow_mut().push(place);
            }
            self.press(TAB);
            None
        })
    }

    /// Waits, without pressing anything, until the focus is where the program itself should put it.
    pub fn has_focus(&self, what: &str) {
        let told = || format!("the focus on 「{what}」 instead of {:?}\n{}", self.focus(), self.shown());
        wait_for(told, || self.focus().is(what).then_some(()));
    }

    /// Tabs to the control of this name, or of this `#id`.
    pub fn to(&self, what: &str) {
        self.tab_until(what, |focus| focus.is(what) && focus.kind != "radio");
    }

    /// Tabs to the box, and writes over what stands in it.
    pub fn fill(&self, what: &str, text: &str) {
        self.to(what);
        self.write(text);
    }

    /// Writes into the box that has the focus, over what stands in it.
    pub fn write(&self, text: &str) {
        self.chord(CTRL, 'a');
        self.type_keys(text);
        let told = || format!("{text:?} in the box instead of {:?}", self.focus());
        wait_for(told, || (self.focus().value == text).then_some(()));
    }

    /// Types into whatever has the focus.
    pub fn type_keys(&self, text: &str) {
        let keys: Vec<Vec<char>> = text.chars().map(|key| vec![key]).collect();
        self.driver.press(&keys);
    }

    /// Tabs to the list of choices and types the beginning of the one that is wanted.
    pub fn choose(&self, what: &str, option: &str) {
        self.to(what);
        self.type_keys(option);
        let told = || format!("{option:?} to be chosen instead of {:?}", self.focus());
        wait_for(told, || self.focus().value.starts_with(option).then_some(()));
    }

    /// Tabs to the group of answers and goes along it, to its end and back, to the one that is wanted.
    pub fn answer(&self, group: &str, answer: &str) {
        let mut now = self.tab_until(group, |focus| focus.kind == "radio" && focus.group.starts_with(group));
        for arrow in [RIGHT, LEFT] {
            while now.name != answer {
                self.press(arrow);
                let next = self.focus();
                if next.name == now.name {
                    break;
                }
                now = next;
            }
        }
        assert_eq!(now.name, answer, "an answer of {group}");
        if !now.checked {
            self.press(SPACE);
        }
        let told = || format!("{answer:?} of {group:?} to be chosen: {:?}", self.focus());
        wait_for(told, || self.focus().checked.then_some(()));
    }

    /// Tabs to the tick box and ticks it.
    pub fn tick(&self, what: &str) {
        self.to(what);
        if !self.focus().checked {
            self.press(SPACE);
        }
        wait_for(|| format!("a tick at {what:?}: {:?}", self.focus()), || self.focus().checked.then_some(()));
    }

    /// Tabs to the button or link and presses it with Enter.
    pub fn push(&self, what: &str) {
        self.tab_until(what, |focus| focus.is(what) && !focus.blocked && focus.presses());
        self.press(ENTER);
    }

    /// Tabs to the button, and finds that it says why it may not be pressed.
    pub fn finds_blocked(&self, what: &str) {
        let found = self.tab_until(what, |focus| focus.is(what) && focus.presses());
        assert!(found.blocked, "it may not be pressed: {found:?}\n{}", self.shown());
    }

    /// Goes over a list of suggestions to the one with these words, and takes it with Enter.
    pub fn take_suggestion(&self, words: &str) {
        self.sees(words);
        let told = || format!("the suggestion 「{words}」 on:\n{}", self.shown());
        wait_for(told, || {
            self.press(DOWN);
            self.suggestion().contains(words).then_some(())
        });
        self.press(ENTER);
    }

    fn suggestion(&self) -> String {
        let chosen = "document.getElementById(document.activeElement?.getAttribute('aria-activedescendant'))?.innerText ?? ''";
        self.driver.read(chosen).as_str().unwrap_or_default().to_owned()
    }

    /// Moves along the days of a grid, from where the focus is, to the one that shows this day.
    pub fn to_day(&self, day: &str) {
        self.tab_until("the days", |focus| focus.tag == "td");
        let told = || format!("the day {day:?}; the focus is on {:?}", self.focus());
        wait_for(told, || {
            if self.focus().name.split(' ').next() == Some(day) {
                return Some(());
            }
            self.press(RIGHT);
            None
        });
    }
}
