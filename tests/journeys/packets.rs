//! What a clerk does with the post, in the order things come out of the envelope, by keyboard alone.
use crate::deeds::Person;
use crate::window::{CTRL, ENTER, Window, f};

const ADDRESS: &str = "宮城県杜浜市字北原前二丁目14番7号";

impl Window {
    /// F2, with nothing known before: the patient, the hospital that agreed, and the department.
    pub fn type_application(&self, patient: &Person, department: &str) {
        self.press(f(2));
        self.sees("封筒から出す順です");
        self.person(patient);
        self.at_home();
        self.answer("主治医の了承", "あり");
        self.referrer();
        self.choose("#department", department);
    }

    /// What the form says about its own day.
    pub fn applied_on(&self, day: &str) {
        self.push("病名・希望の医師・申込日など");
        self.fill("#applied-on", day);
    }

    /// F2: the packet of somebody whose call is known; F7 joins them. Adds what only the papers tell.
    pub fn receive_of_call(&self, who: &Person, items: &[&str]) {
        self.press(f(2));
        self.sees("封筒から出す順です");
        self.fill("#patient-kana", who.kana.0);
        self.fill("フリガナ 名", who.kana.1);
        self.sees("この電話の方");
        self.press(f(7));
        self.sees("の方に合わせました");
        self.sees_no_more("この電話の方");
        self.at_home();
        self.referrer();
        self.contents(items);
        self.save_packet();
    }

    /// Where the patient lives.
    fn at_home(&self) {
        self.fill("郵便番号", "989-0000");
        self.fill("#patient-address", ADDRESS);
    }

    /// The hospital out of the list, by its address, and the doctor in charge there.
    fn referrer(&self) {
        self.fill("#referrer-institution", "中央");
        self.take_suggestion("宮城県北原市中央1番1号");
        self.has_focus("#referrer-department");
        self.write("呼吸器内科");
        self.fill("主治医", "相良 直人");
    }

    /// Ticks what was in the envelope, and puts it onto a shelf.
    pub fn contents(&self, items: &[&str]) {
        self.choose("#packet-place", "棚");
        for item in items {
            self.tick(item);
        }
    }

    pub fn save_packet(&self) {
        self.chord(CTRL, ENTER);
        self.sees("登録しました");
        self.has_focus("申込をひらく");
        self.press(ENTER);
        self.sees("報告書・返却");
    }

    /// F2: a disc that comes later, under another name, for a number that is searched by `query`.
    pub fn receive_late_disc(&self, name_on_it: &str, query: &str, number: &str) {
        self.press(f(2));
        self.sees("封筒から出す順です");
        self.push("差出人・封筒の名前・前の郵便の続き");
        self.fill("#packet-name", name_on_it);
        self.fill("#packet-joins", query);
        self.take_suggestion(number);
        self.sees(&format!("{number} に加えます"));
        self.disc_under_a_variant();
    }

    /// F2: a disc that comes later. The name is typed as the envelope writes it; who reads the same is joined with F7.
    pub fn receive_late_disc_of(&self, who: &Person, written: &str, number: &str) {
        self.press(f(2));
        self.sees("封筒から出す順です");
        self.fill("#patient-kana", who.kana.0);
        self.fill("フリガナ 名", who.kana.1);
        self.fill("#patient-name", written);
        self.fill("お名前 名", who.given);
        self.sees("この申込に加える");
        self.press(f(7));
        self.sees(&format!("{number} に加えます"));
        self.disc_under_a_variant();
    }

    /// A disc whose name is the patient's in another way of writing: noted, not a defect (W15).
    fn disc_under_a_variant(&self) {
        self.tick("レントゲン・CT・MRI");
        self.choose("CD-R 1枚目の名前の一致", "表記ゆれ");
        self.chord(CTRL, ENTER);
        self.sees("続きの郵便を登録しました");
    }
}
