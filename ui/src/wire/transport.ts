// The only file that knows how a call travels: through the window's shell, or over loopback when a browser drives the desk.
import { invoke } from "@tauri-apps/api/core";

/** What came back: the answer, or the failure the desk stated. A transport that breaks throws `Unreachable`. */
export type Reply = { ok: true; answer: unknown } | { ok: false; failure: unknown };

/** The desk could not be reached at all: nothing was said, so nothing is known to be saved. */
export class Unreachable extends Error {}

export type Transport = (command: string, request: unknown) => Promise<Reply>;

export function inWindow(): boolean {
  return typeof window !== "undefined" && "__TAURI_INTERNALS__" in window;
}

const throughShell: Transport = async (command, request) => {
  try {
    return { ok: true, answer: await invoke("call", { command, request }) };
  } catch (failure) {
    return { ok: false, failure };
  }
};

const throughLoopback: Transport = async (command, request) => {
  let response: Response;
  try {
    response = await fetch(`/call/${encodeURIComponent(command)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
  } catch (cause) {
    throw new Unreachable("no answer from the desk", { cause });
  }
  const text = await response.text();
  try {
    const body: unknown = text === "" ? null : JSON.parse(text);
    return response.ok ? { ok: true, answer: body } : { ok: false, failure: body };
  } catch (cause) {
    throw new Unreachable(`the desk answered ${response.status} without JSON`, { cause });
  }
};

export const send: Transport = (command, request) => (inWindow() ? throughShell : throughLoopback)(command, request);
