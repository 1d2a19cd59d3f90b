import type { ja } from "../ja";
import { caseWords } from "./case";
import { facts } from "./facts";
import { failures } from "./failures";
import { frame } from "./frame";
import { ledger } from "./ledger";
import { parts } from "./parts";
import { today } from "./today";

export const en = { case: caseWords, facts, failures, frame, ledger, parts, today } satisfies typeof ja;
