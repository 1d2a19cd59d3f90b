import type { ja } from "../ja";
import { facts } from "./facts";
import { failures } from "./failures";
import { frame } from "./frame";
import { ledger } from "./ledger";
import { parts } from "./parts";
import { today } from "./today";

export const en = { facts, failures, frame, ledger, parts, today } satisfies typeof ja;
