import type { FailureWords } from "../ja/failures";

export const failures: FailureWords = {
  refused: (it) => it.reason,
  invalid: (it) => it.reason,
  internal: (it) => `That could not be done. What was already registered is unchanged. Please try again (number ${it.number}).`,
  unreachable: () => "The register does not answer. What you typed is still on the screen. Wait a moment and try again.",
  screen: () => "This screen has a fault. What was registered is unchanged. Please open the screen again.",
};
