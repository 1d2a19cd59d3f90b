//! What a clerk does in the window, by keyboard alone, named like the desk's deeds.
use crate::window::{ALT, CTRL, ENTER, Window, f};

pub struct Person {
    pub family: &'static str,
    pub given: &'static str,
    pub kana: (&'static str, &'static str),
    /// As it is typed.
    pub birth: &'static str,
    pub phone: &'static str,
}

pub const TAKAHASHI: Person = Person {
    family: "髙橋",
    given: "美津江",
    kana: ("タカハシ", "ミツエ"),
    birth: "s21.7.30",
    phone: "090-0000-4471",
};

/// The sections of a case by their keys Alt+1 to Alt+8.
#[derive(Clone, Copy)]
pub enum Section {
    Overview = 1,
    Items = 2,
    Screening = 3,
    Dates = 4,
    Call = 5,
    Papers = 6,
    Report = 7,
}

impl Window {
    /// At the foot of the window: who is at the desk.
    pub fn sign_in(&self, clerk: &str) {
        self.choose("担当者", clerk);
    }

    pub fn go(&self, section: Section) {
        let digit = char::from_digit(section as u32, 10).expect("one digit");
        self.chord(ALT, digit);
    }

    /// Ctrl+K, the name, and the case out of the suggestions.
    pub fn open_case(&self, query: &str, shown: &str) {
        self.chord(CTRL, 'k');
        self.has_focus("さがす");
        self.write(query);
        self.take_suggestion(shown);
        self.sees("報告書・返却");
    }

    pub fn person(&self, who: &Person) {
        self.fill("#patient-kana", who.kana.0);
        self.fill("フリガナ 名", who.kana.1);
        self.fill("#patient-name", who.family);
        self.fill("お名前 名", who.given);
        self.fill("#patient-birth", who.birth);
        self.fill("#patient-phone-1", who.phone);
    }

    /// F3: the first call of a patient who is told everything.
    pub fn inquire(&self, who: &Person, mode: &str, department: &str) {
        self.press(f(3));
        self.sees("聞いたとおりに");
        self.person(who);
        self.answer("留守番電話", "残してよい");
        self.answer("方式", mode);
        self.choose("#department", department);
        self.answer("主治医の了承", "あり");
        self.chord(CTRL, ENTER);
        self.sees("電話を記録しました");
    }

    /// None of the seven grounds is heard; the department's doctor is asked.
    pub fn ask_doctor(&self) {
        self.go(Section::Screening);
        self.push("7つとも該当なし");
        self.offers_no_more("7つとも該当なし");
        self.push("審査を頼む");
        self.sees("お返事");
    }

    pub fn accept(&self) {
        self.go(Section::Screening);
        self.answer("お返事", "可");
        self.chord(CTRL, ENTER);
        self.sees("担当医の判断を記録しました");
    }

    /// Holds the first hour of these days of the month shown, then goes on to the call.
    pub fn hold(&self, days: &[&str]) {
        self.go(Section::Dates);
        for day in days {
            self.to_day(day);
            self.press(ENTER);
            self.sees("のどの時間にしますか");
            self.press('1');
            self.sees_no_more("のどの時間にしますか");
        }
        self.sees(&format!("{}つの候補で電話する", days.len()));
    }

    /// Nobody answers; the desk goes back to the work of the day.
    pub fn no_answer(&self) {
        self.go(Section::Call);
        self.sees("つながらないとき");
        self.press('4');
        self.sees("電話を記録しました：留守");
    }

    /// Name and birth date agree, and this candidate is taken.
    pub fn agree(&self, candidate: char, name: &str, birth: &str) {
        self.go(Section::Call);
        self.tick(name);
        self.tick(birth);
        self.press(candidate);
        self.sees("に決める");
        self.chord(CTRL, ENTER);
        self.sees("印刷の前に確かめること");
    }

    /// Ctrl+P, and the paper goes into the post the way the desk proposes.
    pub fn print_and_post(&self) {
        self.go(Section::Papers);
        self.sees("文字がすべて印刷でき、欄に収まる");
        self.chord(CTRL, 'p');
        self.sees("封をする前に");
        self.to("送り方");
        self.chord(CTRL, ENTER);
        self.sees_no_more("封をする前に");
    }

    pub fn confirm_day_before(&self) {
        self.go(Section::Report);
        self.push("前日確認をした");
        self.offers_no_more("前日確認をした");
    }

    pub fn pay(&self) {
        self.go(Section::Report);
        self.push("会計が済んだ");
        self.offers_no_more("会計が済んだ");
    }

    /// The talk took place; the report follows by post.
    pub fn consult_with_report_later(&self) {
        self.tick("報告書は後日");
        self.push("相談を行った");
        self.offers_no_more("相談を行った");
    }

    pub fn receive_report(&self, pages: &str) {
        self.go(Section::Report);
        self.fill("枚数", pages);
        self.push("報告書を受け取った");
        self.sees("送付状とラベルを印刷する");
    }

    /// The talk took place; the report is given to whoever came, on the same day.
    pub fn consult_with_report_at_once(&self) {
        self.go(Section::Report);
        self.push("相談を行った");
        self.offers_no_more("相談を行った");
    }

    /// Online: the talk took place by CLINICS, and the report goes by post whatever the clerk thinks (R98).
    pub fn consult_online(&self) {
        self.go(Section::Report);
        self.sees("オンラインの報告書は、いつも主治医へ郵送します（R98）。");
        self.push("相談を行った");
        self.offers_no_more("相談を行った");
    }

    pub fn see_card_paid(&self) {
        self.go(Section::Report);
        self.push("決済を確認した");
        self.offers_no_more("決済を確認した");
    }

    /// Letter and label are printed as a pair; the report goes out by registered mail.
    pub fn post_report(&self, tracking: &str) {
        self.push("送付状とラベルを印刷する");
        self.sees("もう一度印刷する");
        self.choose("送り方", "簡易書留");
        self.fill("追跡番号", tracking);
        self.push("郵送した、と記録する");
        self.offers_no_more("郵送した、と記録する");
    }

    /// Letter and label go into the envelope; the report and the material go into the hand (R76).
    pub fn hand_over_everything(&self) {
        self.push("送付状とラベルを印刷する");
        self.sees("もう一度印刷する");
        self.push("報告書を手渡した");
        self.offers_no_more("報告書を手渡した");
        self.answer("返し方", "手渡し");
        self.push("返却を記録する");
        self.offers_no_more("返却を記録する");
    }

    /// One packs, another looks, the material goes back by post.
    pub fn return_material(&self, tracking: &str, checked_by: &str) {
        self.answer("返し方", "郵送");
        self.choose("送り方", "レターパック");
        self.fill("追跡番号", tracking);
        self.choose("確かめた方", checked_by);
        self.push("返却を記録する");
        self.offers_no_more("返却を記録する");
    }

    /// Opens the folded list of what changes an application as a whole, and the dialog behind one of its lines.
    fn dialog(&self, verb: &str, title: &str) {
        if !self.offers(verb) {
            self.push("申込を直す・取りやめる・終える");
        }
        self.push(verb);
        self.sees(title);
    }

    /// In person becomes online at the hospital's wish; what will change is read before it is done.
    pub fn switch_to_online(&self, reason: &str, read_first: &[&str]) {
        self.go(Section::Overview);
        self.dialog("方式を変える", "オンラインに変えると");
        for words in read_first {
            self.sees(words);
        }
        self.answer("どなたの希望", "病院から");
        self.fill("理由", reason);
        self.chord(CTRL, ENTER);
        self.sees("方式をオンラインに変えました");
    }

    pub fn record_death(&self, note: &str) {
        self.go(Section::Overview);
        self.dialog("ご逝去を記録する", "電話・手紙・宛名ラベルが、すべて止まります。");
        self.fill("どなたから、どのように聞いたか", note);
        self.chord(CTRL, ENTER);
        self.sees("ご逝去を記録しました");
    }

    /// The doctor may not be asked, and the rule says why.
    pub fn cannot_ask(&self, rule: &str) {
        self.go(Section::Screening);
        self.sees(&format!("（未着） {rule}"));
        self.chord(CTRL, ENTER);
        assert!(self.offers("審査を頼む"), "it is still to be asked");
    }

    /// Sets the rule aside for this case, with the reason.
    pub fn waive(&self, rule: &str, reason: &str) {
        self.push("理由を付けて外す");
        self.sees("決まりを、この申込だけ外す");
        self.choose("外す決まり", rule);
        self.fill("理由", reason);
        self.chord(CTRL, ENTER);
        self.sees(&format!("{rule} をこの申込だけ外しました"));
    }

    /// The doctor's no, in the approved words, and who answers for it.
    pub fn refuse(&self, ground: &str, approver: &str) {
        self.go(Section::Screening);
        self.answer("お返事", "不可");
        self.choose("理由", ground);
        self.fill("承認した方", approver);
        self.chord(CTRL, ENTER);
        self.sees("担当医の判断を記録しました");
    }
}
