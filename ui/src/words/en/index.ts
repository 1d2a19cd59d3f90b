import type { ja } from "../ja";
import { facts } from "./facts";
import { failures } from "./failures";
import { frame } from "./frame";
import { parts } from "./parts";

export const en = { facts, failures, frame, parts } satisfies typeof ja;
