import { afterEach, describe, expect, it } from "vitest";
import { answerWith } from "$wire";
import type { DateReadout, Failure } from "$wire/generated";
import { readBirth, readDate } from "./read";

let leave = () => {};
afterEach(() => leave());

function desk(reply: DateReadout | Failure): unknown[] {
  const asked: unknown[] = [];
  leave = answerWith(async (_, request) => {
    asked.push(request);
    return "code" in reply ? { ok: false, failure: reply } : { ok: true, answer: reply };
  });
  return asked;
}
const day: DateReadout = { date: "1946-07-30", wareki: "昭和21年7月30日（火）", age: 80, note: null, closed: null };

describe("a typed date", () => {
  it("is read by the desk and shown with its weekday", async () => {
    const asked = desk(day);
    expect([await readDate("S21.7.30"), asked]).toEqual([{ ok: true, iso: "1946-07-30", text: "昭和21年7月30日（火）", age: undefined, note: undefined }, [{ typed: "S21.7.30", age_on: null }]]);
  });
  it("of birth says the age on the day that counts", async () => {
    const asked = desk(day);
    expect([await readBirth("S21.7.30", "2026-12-08"), asked]).toMatchObject([{ ok: true, age: "80歳" }, [{ age_on: "2026-12-08" }]]);
  });
  it("is not asked about while the box is empty", async () => {
    const asked = desk(day);
    expect([await readDate(" "), asked]).toEqual([null, []]);
  });
  it("of the wrong era offers the right one", async () => {
    desk({ code: "date", trouble: { kind: "era_ended", era: "showa", last: "1989-01-07", offered: "1989-01-08" } });
    expect(await readDate("S64.1.8")).toMatchObject({ ok: false, reason: "昭和は昭和64年1月7日までです。", repairs: [{ label: "平成元年1月8日にする", value: "1989-01-08" }] });
  });
  it("that could be read but is doubtful carries a note", async () => {
    desk({ ...day, note: { kind: "weekday_differs", typed: "水", actual: "火" } });
    expect(await readDate("S21.7.30水")).toMatchObject({ ok: true, note: "書かれた曜日は水ですが、この日は火です。" });
  });
  it("is not understood when the desk is silent, and says so", async () => {
    leave = answerWith(async () => {
      throw new Error("no answer");
    });
    expect(await readDate("S21.7.30")).toMatchObject({ ok: false, repairs: [] });
  });
});
