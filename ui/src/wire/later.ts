// Waits until a person pauses before the desk is asked, so that not every letter is a question.

/** Runs the last thing it was given, `wait` milliseconds after it was given. */
export class Later {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly wait: number) {}

  run(what: () => void): void {
    this.stop();
    this.#timer = setTimeout(what, this.wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
