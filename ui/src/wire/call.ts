// One typed way to ask the desk for something. Names and types come from the generated list.
import type { Commands, Failure } from "./generated";
import { send, type Transport } from "./transport";

export type { Commands, Failure } from "./generated";
export type Command = keyof Commands;
export type Request<K extends Command> = Commands[K][0];
export type Answer<K extends Command> = Commands[K][1];

/** What a screen has to be able to explain: what the desk stated, that it could not be reached, or a fault of the screen itself. */
export type Trouble = Failure | { code: "unreachable" } | { code: "screen" };

/** Thrown by `call`; `trouble` is what happened, in a form the screen can branch on. */
export class CallFailed extends Error {
  constructor(readonly command: string, readonly trouble: Trouble, options?: ErrorOptions) {
    super(`${command}: ${trouble.code}`, options);
    this.name = "CallFailed";
  }
}

let transport: Transport = send;

/** For tests and the parts page: answers calls from elsewhere. Returns how to put the real way back. */
export function answerWith(other: Transport): () => void {
  transport = other;
  return () => {
    transport = send;
  };
}

/** Asks the desk. Resolves with the answer; throws `CallFailed` for everything else. */
export async function call<K extends Command>(command: K, request: Request<K>): Promise<Answer<K>> {
  let reply;
  try {
    reply = await transport(command, request);
  } catch (cause) {
    throw new CallFailed(command, { code: "unreachable" }, { cause });
  }
  if (reply.ok) return reply.answer as Answer<K>;
  throw new CallFailed(command, isFailure(reply.failure) ? reply.failure : { code: "unreachable" });
}

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && typeof (value as { code?: unknown }).code === "string";
}

/** What went wrong, whatever was thrown. */
export function troubleOf(thrown: unknown): Trouble {
  return thrown instanceof CallFailed ? thrown.trouble : { code: "screen" };
}
