// What became of papers handed to a printer: asked for every second, for a minute. That the queue took a paper is not that it was printed.
import { call } from "$wire";
import type { JobState } from "$wire/generated";

const EVERY_MS = 1000;
const TIMES = 60;

export type Job = { job: string; state: JobState };

export const ended = (state: JobState): boolean => state.is === "printed" || state.is === "stopped" || state.is === "unknown";

export class Jobs {
  #jobs = $state.raw<readonly Job[]>([]);
  /** A minute is over and something still waits: nobody asks any more. */
  #tired = $state(false);
  #watch = 0;

  get all(): readonly Job[] {
    return this.#jobs;
  }
  get tired(): boolean {
    return this.#tired;
  }

  /** Follows these jobs instead of the ones before. A queue without names for its jobs (saved to a file) has none to follow. */
  follow(jobs: readonly string[]): void {
    this.#jobs = jobs.filter((it) => it !== "").map((job) => ({ job, state: { is: "waiting" } }));
    this.#tired = false;
    const mine = ++this.#watch;
    if (this.#jobs.length > 0) void this.#poll(mine);
  }

  /** Nobody looks any more. */
  leave(): void {
    this.#watch += 1;
  }

  async #poll(mine: number): Promise<void> {
    for (let at = 0; at < TIMES; at += 1) {
      const asked = await Promise.all(this.#jobs.map((it) => (ended(it.state) ? it : this.#ask(it))));
      if (mine !== this.#watch) return;
      this.#jobs = asked;
      if (asked.every((it) => ended(it.state))) return;
      await new Promise((done) => setTimeout(done, EVERY_MS));
      if (mine !== this.#watch) return;
    }
    this.#tired = true;
  }

  async #ask(it: Job): Promise<Job> {
    try {
      return await call("job", { job: it.job });
    } catch {
      return it; // asked again in a second
    }
  }
}
