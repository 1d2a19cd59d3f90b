import type { ja } from "../ja";
import { failures } from "./failures";
import { frame } from "./frame";
import { parts } from "./parts";

export const en = { failures, frame, parts } satisfies typeof ja;
