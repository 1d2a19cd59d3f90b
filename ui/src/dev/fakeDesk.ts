// A desk for component tests: answers what it is told to, and remembers what it was asked. Made-up people only.
import { takeFrame } from "$frame/facts.svelte";
import { answerWith, type Answer, type Command, type Request } from "$wire";
import type { Department, Failure, OpenDesk, Profile } from "$wire/generated";

export type Answers = { [K in Command]?: (request: Request<K>) => Answer<K> };

/** Thrown by an answer to make the desk state a failure. */
export class Stated extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

export type Asking = { command: Command; request: unknown };

/** Puts the desk in place. `asked(name)` lists the requests of one command; `leave` puts the real way back. */
export function fakeDesk(answers: Answers): { asked: <K extends Command>(command: K) => Request<K>[]; leave: () => void } {
  const all: Asking[] = [];
  const usual: Answers = {
    draft: () => ({ content: null, saved: null }),
    save_draft: () => ({ content: null, saved: "2026-11-24T09:31:00" }),
    drop_draft: () => ({}),
    alike: () => [],
    find: () => [],
    institutions: () => [],
    read_date: ({ typed }) => {
      const iso = typed === "今日" ? "2026-11-24" : /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : null;
      if (iso === null) throw new Stated({ code: "date", trouble: { kind: "unreadable" } });
      return { date: iso, wareki: iso, age: 0, note: null, closed: null };
    },
  };
  const leave = answerWith(async (command, request) => {
    const name = command as Command;
    all.push({ command: name, request: structuredClone(request) });
    const answer = (answers[name] ?? usual[name]) as ((it: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`the fake desk has no answer for ${command}`);
    try {
      return { ok: true, answer: answer(request) };
    } catch (thrown) {
      if (thrown instanceof Stated) return { ok: false, failure: thrown.failure };
      throw thrown;
    }
  });
  return { asked: (command) => all.filter((it) => it.command === command).map((it) => it.request) as never, leave };
}

const department = (id: string, name: string, online_elsewhere = ""): Department => ({ id, name, stopped: "", online_elsewhere, requires: [], retired: false });

/** An open register with two departments, as the frame would have been told. */
export function openDesk(): void {
  const fee = { net: 30000, rate_percent: 10, gross: 33000 };
  const profile = {
    hospital: "杜の丘大学病院", centre: "地域医療連携センター", desk: "担当", address: { postal: "980-0000", line1: "杜の丘1番1号", line2: "" },
    fees: { in_person: fee, online: { ...fee, gross: 44000 } }, kinship: [{ name: "長女", allowed: true, guardian: false }],
    deadlines: { packet_calendar_days: 30 }, topics: ["外科か内科か"], places: ["棚 A-1"],
  } as unknown as Profile;
  const desk = {
    practice: true, read_only: false, today: "2026-11-24", now: "2026-11-24T09:31:00", closed: null, in_hours: true, person: "佐々木", staff: ["佐々木"], language: "ja",
    profile, departments: [department("lung", "呼吸器外科"), department("epilepsy", "てんかん科", "ホームページへ")], doctors: [], last_backup: null, work: 0, overdue: 0,
    visits_today: 0, clock_back: null, damaged: false,
  } as OpenDesk;
  takeFrame({ state: "open", desk });
}
