import type { caseWords } from "../ja/case";

export const log: typeof caseWords.log = {
  title: "History of this case",
  seq: "Entry",
  when: "When",
  who: "Who",
  fact: "What",
  detail: "Details",
  filter: "Kind",
  count: (n) => `${n} entries`,
  undo: "Take back the newest entry",
  kinds: { all: "All", material: "Material", screening: "Screening", dates: "Dates", calls: "Calls", papers: "Papers", visit: "Visit and report" },
};
