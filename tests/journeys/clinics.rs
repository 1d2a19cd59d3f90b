//! What a clerk does about the patient's own booking in CLINICS (R87, R91), by keyboard alone.
use crate::deeds::Section;
use crate::window::Window;

/// What stands in CLINICS, as it is copied from there.
pub struct Standing<'a> {
    pub day: &'a str,
    pub time: &'a str,
    pub menu: &'a str,
}

impl Window {
    /// The patient has an account, but no booking yet.
    pub fn see_only_registered(&self) {
        self.go(Section::Papers);
        self.sees("登録も予約も、まだ見当たりません。");
        self.push("登録だけ済んでいた");
        self.sees("登録は済んでいます。予約はまだ見当たりません。");
    }

    /// Something else than was agreed stands there; the window says in these words what it is.
    pub fn see_otherwise(&self, standing: &Standing, said: &str) {
        self.go(Section::Papers);
        self.push("違う日時・メニューだった");
        self.fill("CLINICSの日", standing.day);
        self.fill("CLINICSの時刻", standing.time);
        self.fill("メニュー名", standing.menu);
        self.push("見たとおりに記録する");
        self.sees_no_more("CLINICSの時刻");
        self.sees(said);
    }

    /// From what differs to the call about it: the clerk reads these words there, and somebody answers.
    pub fn call_about_clinics(&self, identity: [&str; 2], reads: &[&str]) {
        self.push("患者さんに電話する");
        for words in reads {
            self.sees(words);
        }
        for known in identity {
            self.tick(known);
        }
        self.push("お話しした、と記録する");
        self.sees("電話を記録しました：お話しした");
    }

    pub fn see_as_agreed(&self) {
        self.go(Section::Papers);
        self.push("約束どおりだった");
        self.sees("約束どおりに予約されています。");
    }
}
