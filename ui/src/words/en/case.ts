import type { caseWords as contract } from "../ja/case";
import { call } from "./caseCall";
import { common } from "./caseCommon";
import { dates } from "./caseDates";
import { events } from "./caseEvents";
import { forms } from "./caseForms";
import { items } from "./caseItems";
import { log } from "./caseLog";
import { overview } from "./caseOverview";
import { papers } from "./casePapers";
import { report } from "./caseReport";
import { rules } from "./caseRules";
import { screening } from "./caseScreening";

export const caseWords: typeof contract = { call, common, dates, events, forms, items, log, overview, papers, report, rules, screening };
