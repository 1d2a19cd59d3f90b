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

/** One case: a part per section of the screen. */
export const caseWords = { call, common, dates, events, forms, items, log, overview, papers, report, rules, screening };
