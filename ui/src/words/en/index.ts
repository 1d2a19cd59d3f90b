import type { ja } from "../ja";
import { caseWords } from "./case";
import { facts } from "./facts";
import { failures } from "./failures";
import { frame } from "./frame";
import { intake } from "./intake";
import { ledger } from "./ledger";
import { parts } from "./parts";
import { receive } from "./receive";
import { today } from "./today";

export const en = { case: caseWords, facts, failures, frame, intake, ledger, parts, receive, today } satisfies typeof ja;
