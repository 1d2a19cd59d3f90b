//! What a clerk does where a family member applies for the patient (R57, R58), by keyboard alone.
use crate::deeds::{Person, Section};
use crate::window::{CTRL, ENTER, Window, f};

/// Who applies for the patient and comes alone.
pub struct Relative {
    pub kinship: &'static str,
    pub family: &'static str,
    pub given: &'static str,
    pub kana: (&'static str, &'static str),
    pub phone: &'static str,
}

impl Window {
    /// F2, with nothing known before: the patient, who comes instead, the hospital, and when the form was filled in.
    pub fn type_application(&self, patient: &Person, comes: &Relative, department: &str, applied: &str) {
        self.press(f(2));
        self.sees("封筒から出す順です");
        self.person(patient);
        self.at_home();
        self.answer("どなたが", "家族だけ");
        self.choose("続柄", comes.kinship);
        self.fill("#applicant-kana", comes.kana.0);
        self.fill("相談に来る方のフリガナ 名", comes.kana.1);
        self.fill("#applicant-name", comes.family);
        self.fill("相談に来る方のお名前 名", comes.given);
        self.fill("#applicant-phone", comes.phone);
        self.answer("主治医の了承", "あり");
        self.referrer();
        self.choose("#department", department);
        self.push("病名・希望の医師・申込日など");
        self.fill("#applied-on", applied);
    }

    /// The envelope says that this one is brought on the day.
    pub fn announce_for_the_day(&self, item: &str) {
        self.tick(&format!("{item}は当日持参"));
    }

    /// A packet that came without a call is explained in a call, which is what comes next (R4).
    pub fn explain_by_call(&self, identity: [&str; 2], number: &str) {
        self.go(Section::Overview);
        self.push("電話をかける");
        self.sees(number);
        for known in identity {
            self.tick(known);
        }
        self.push("お話しした、と記録する");
        self.sees("電話を記録しました：お話しした");
    }

    /// In the checklist: it will be brought on the day.
    pub fn agree_to_bring(&self, item: &str) {
        self.go(Section::Items);
        self.push(item);
        self.push("当日お持ちになる");
        self.sees(&format!("{item}は当日お持ちになる"));
    }

    /// In the checklist: one sheet of it is here, and nothing is wrong with it.
    pub fn check_item(&self, item: &str) {
        self.go(Section::Items);
        self.push(item);
        self.has_focus("枚数");
        self.chord(CTRL, ENTER);
        self.sees(&format!("{item}を点検した"));
    }

    /// The talk may not begin, and the window says what lacks.
    pub fn cannot_consult(&self, lack: &str) {
        self.go(Section::Report);
        self.sees(lack);
        self.finds_blocked("相談を行った");
    }
}
