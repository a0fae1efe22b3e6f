// Asks for the dashboard's document again and again: not in a hidden tab, more patiently while nobody answers.
import { getIfChanged } from "./api.js";

const path = "/api/v1/dashboard";
const longestRetryMilliseconds = 5000;

/** How long to wait after `failures` failed requests in a row: 1, 2, 4, 5, 5 … seconds. */
export function retryMilliseconds(failures) {
  return Math.min(longestRetryMilliseconds, 1000 * 2 ** (failures - 1));
}

export class Polling {
  #interval = 0;
  #timer = null;
  #running = false;
  #stopped = false;
  #etag = null;
  #failures = 0;
  #answeredAt = 0;

  /** `onDocument(json)` is called for each new document, `onAnswer()` for each answer, `onFailure(error)` for each failure. */
  constructor({ onDocument, onAnswer, onFailure }) {
    Object.assign(this, { onDocument, onAnswer, onFailure });
    document.addEventListener("visibilitychange", () => this.#visibilityChanged());
  }

  /** Seconds between two requests; 0 asks only when told to. */
  set interval(seconds) {
    this.#interval = seconds * 1000;
    if (this.#answeredAt > 0 && !this.#running) this.#schedule();
  }

  /** Asks now. */
  async now() {
    if (this.#running) return;
    this.#stopped = false;
    this.#running = true;
    clearTimeout(this.#timer);
    try {
      const answer = await getIfChanged(path, this.#etag);
      this.#failures = 0;
      this.#answeredAt = Date.now();
      this.#show(answer);
    } catch (error) {
      this.#failures += 1;
      if (error.status === 401) this.#stopped = true;
      this.onFailure(error);
    }
    this.#running = false;
    this.#schedule();
  }

  // What goes wrong here is the page's own fault: the server has answered all the same.
  #show(answer) {
    try {
      this.onAnswer();
      if (!answer) return;
      // Shown first: a document that could not be shown is asked for again.
      this.onDocument(answer.json);
      this.#etag = answer.etag;
    } catch (error) {
      console.error(error);
    }
  }

  #schedule() {
    clearTimeout(this.#timer);
    if (document.hidden || this.#stopped) return;
    if (this.#failures > 0) this.#timer = setTimeout(() => this.now(), retryMilliseconds(this.#failures));
    else if (this.#interval > 0) this.#timer = setTimeout(() => this.now(), Math.max(0, this.#answeredAt + this.#interval - Date.now()));
  }

  #visibilityChanged() {
    if (!this.#running) this.#schedule();
  }
}
