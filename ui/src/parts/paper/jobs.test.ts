import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { answerWith } from "$wire/call";
import type { JobState } from "$wire/generated";
import { Jobs } from "./jobs.svelte";

let restore = () => {};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  restore();
  vi.useRealTimers();
});

/** A queue that answers with one state after another. */
function queue(...states: JobState[]) {
  let at = 0;
  restore = answerWith(async (_, request) => ({ ok: true, answer: { ...(request as { job: string }), state: states[Math.min(at++, states.length - 1)] } }));
  return () => at;
}

it("is printed only when the printer says so", async () => {
  const asked = queue({ is: "waiting" }, { is: "printing" }, { is: "printed" });
  const jobs = new Jobs();
  jobs.follow(["1"]);
  expect(jobs.all[0]?.state.is).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1000);
  expect(jobs.all[0]?.state.is).toBe("printing");
  await vi.advanceTimersByTimeAsync(5000);
  expect([jobs.all[0]?.state.is, asked(), jobs.tired]).toEqual(["printed", 3, false]);
});

it("gives up after a minute and says so", async () => {
  queue({ is: "waiting" });
  const jobs = new Jobs();
  jobs.follow(["1"]);
  await vi.advanceTimersByTimeAsync(61_000);
  expect([jobs.all[0]?.state.is, jobs.tired]).toEqual(["waiting", true]);
});

it("asks no more once nobody looks, and follows nothing without a name", async () => {
  const asked = queue({ is: "waiting" });
  const jobs = new Jobs();
  jobs.follow([""]);
  expect(jobs.all).toEqual([]);
  jobs.follow(["1"]);
  await vi.advanceTimersByTimeAsync(500);
  jobs.leave();
  const before = asked();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked()).toBe(before);
});
