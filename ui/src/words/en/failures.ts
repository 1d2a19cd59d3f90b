import type { FailureWords } from "../ja/failures";

export const failures: FailureWords = {
  bad_request: (what) => `Something in the form cannot be taken (${what}). What was registered is unchanged.`,
  too_large: () => "The text is too long to be registered. Please shorten it. What was registered is unchanged.",
  not_found: () => "It was not found. Please open it again from the list.",
  conflict: () => "It was changed at another desk first. Nothing was registered. Look at it as it is now and try again.",
  closed: () => "No register is open. Nothing was registered.",
  store: (what) => `${what} Nothing was registered. What you typed is still on the screen.`,
  printer: (what) => `The printer did not take it (${what}). The paper is made. Check the printer and try again.`,
  no_person: () => "Nobody is signed in. Choose your name with F4 and try again.",
  internal: (number) => `That could not be done. What was registered is unchanged. Please try again (reference ${number}).`,
  unreachable: () => "The register does not answer. What you typed is still on the screen. Wait a moment and try again.",
  screen: () => "This screen has a fault. What was registered is unchanged. Please open the screen again.",
};
