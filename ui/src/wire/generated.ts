// Stands in until the list of commands in `desk` writes this file. Never edited by hand after that.

/** What the frame around every screen shows. Dates are ISO, times HH:MM, both as of the desk's clock. */
export type FrameView = {
  register: string;
  practice: boolean;
  /** `open` may be written; `read_only` may be read; `broken` could not be opened. */
  state: "open" | "read_only" | "broken";
  person: string;
  role: string;
  today: string;
  /** The same day in the Japanese calendar with its weekday, as the desk prints it. */
  today_wareki: string;
  backup: { at: string; verified: boolean } | null;
  counts: { screen: string; open: number; late: number }[];
};

export type Failure =
  | { code: "refused"; rule: string; reason: string }
  | { code: "invalid"; field: string; reason: string }
  | { code: "internal"; number: string };

export type Commands = {
  frame: [Record<string, never>, FrameView];
};
