// The sheets read so far for one envelope. The desk judges every code; a wrong one stops the reading until a person has looked.
import { call, troubleOf, type Trouble } from "$wire";
import type { PaperKind, Refusal } from "$wire/generated";

export class Scans {
  /** Codes that were accepted, in the order of reading. */
  #scanned = $state.raw<readonly string[]>([]);
  #read = $state.raw<readonly PaperKind[]>([]);
  #stop = $state.raw<Refusal | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);

  constructor(readonly id: number, readonly letter: PaperKind) {}

  get scanned(): readonly string[] {
    return this.#scanned;
  }
  get read(): readonly PaperKind[] {
    return this.#read;
  }
  /** Why the last code stopped the envelope. Nothing is read until it is acknowledged. */
  get stop(): Refusal | null {
    return this.#stop;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Hands one code to the desk. A blank one, or one read while a stop stands, is nothing. */
  async take(code: string): Promise<void> {
    if (code.trim() === "" || this.#stop !== null || this.busy) return;
    this.busy = true;
    try {
      const next = [...this.#scanned, code];
      const found = await call("scan", { id: this.id, letter: this.letter, scanned: next });
      this.#trouble = null;
      if (found.stop === null) {
        this.#scanned = next;
        this.#read = found.read;
      } else this.#stop = found.stop;
    } catch (thrown) {
      this.#trouble = troubleOf(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** A person has taken the wrong sheet away. */
  acknowledge(): void {
    this.#stop = null;
  }

  /** Everything out again. */
  restart(): void {
    this.#scanned = [];
    this.#read = [];
    this.#stop = null;
    this.#trouble = null;
  }
}

/** The sheet to be read next, in the order letter, label, enclosure. */
export function nextSheet(sheets: readonly PaperKind[], read: readonly PaperKind[]): PaperKind | undefined {
  return sheets.find((it) => !read.includes(it));
}
