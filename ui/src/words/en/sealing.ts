import type { sealing as ja } from "../ja/sealing";

export const sealing: typeof ja = {
  title: "Before sealing",
  field: "Scan the square code of a sheet",
  hint: "Letter, label, enclosure, in this order.",
  next: (paper) => `Next: ${paper}`,
  read: "scanned",
  open: "not yet",
  all_read: "Everything agrees.",
  all_read_why: "Seal and post it.",
  stop: "Do not close this envelope yet",
  stop_done: "Sheet removed. Go on scanning",
  stop_keys: "F9",
  again: "Take everything out and start again",
  second: "Second person",
  second_needed: "Choose the second person",
  choose: "Choose",
  seal: "Record that the envelope is checked",
  sealed: "Envelope checked",
  by_eye: "Compare the name on the envelope with the one on the sheets.",
  by_eye_sheets: "Goes in",
};
