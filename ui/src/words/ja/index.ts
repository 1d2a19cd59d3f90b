import { blocks } from "./blocks";
import { broken } from "./broken";
import { caseWords } from "./case";
import { facts } from "./facts";
import { failures } from "./failures";
import { firstRun } from "./first_run";
import { frame } from "./frame";
import { inquiry } from "./inquiry";
import { intake } from "./intake";
import { journal } from "./journal";
import { ledger } from "./ledger";
import { parts } from "./parts";
import { posting } from "./posting";
import { receive } from "./receive";
import { schedule } from "./schedule";
import { sealing } from "./sealing";
import { settings } from "./settings";
import { today } from "./today";

/** One file per screen; a new screen adds its line here and in en/index.ts. */
export const ja = { blocks, broken, case: caseWords, facts, failures, firstRun, frame, inquiry, intake, journal, ledger, parts, posting, receive, schedule, sealing, settings, today };
