import type { ja } from "../ja";
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
import { receive } from "./receive";
import { schedule } from "./schedule";
import { settings } from "./settings";
import { today } from "./today";

export const en = { broken, case: caseWords, facts, failures, firstRun, frame, inquiry, intake, journal, ledger, parts, receive, schedule, settings, today } satisfies typeof ja;
