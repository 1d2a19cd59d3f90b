// A question to the desk whose newest answer stays on the screen: late answers are dropped, and trouble never wipes what was shown.
import { call, troubleOf, type Answer, type Command, type Request, type Trouble } from "./call";

export class Asked<K extends Command> {
  #answer = $state.raw<Answer<K> | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #asked = 0;

  constructor(readonly command: K) {}

  /** The last good answer; null before the first one. */
  get answer(): Answer<K> | null {
    return this.#answer;
  }
  /** What stood against the last question, if anything did. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Asks; resolves with the answer, or with null when it failed or a newer question was asked meanwhile. */
  async ask(request: Request<K>): Promise<Answer<K> | null> {
    const mine = ++this.#asked;
    try {
      const answer = await call(this.command, request);
      if (mine !== this.#asked) return null;
      this.#answer = answer;
      this.#trouble = null;
      return answer;
    } catch (thrown) {
      if (mine === this.#asked) this.#trouble = troubleOf(thrown);
      return null;
    }
  }

  /** Puts another answer in its place, for example a list that grew by a page. */
  take(answer: Answer<K>): void {
    this.#answer = answer;
  }

  /** Forgets the answer; one still under way is dropped. */
  clear(): void {
    this.#asked += 1;
    this.#answer = null;
    this.#trouble = null;
  }
}
