// "Updated 4 s ago": turns red when the server is gone.
import { byId, setAttribute, setText } from "./element.js";
import { duration } from "./format.js";
import { refreshesByItself } from "./refresh_control.js";

let answeredAt = null;
let isGone = false;

export function noteAnswer() {
  answeredAt = Date.now();
  isGone = false;
  showFreshness();
}

export function noteFailure() {
  isGone = true;
  showFreshness();
}

/** When the server answered last, or null. */
export function lastAnswer() {
  return answeredAt;
}

/** Called each second, since the words hold for a second. */
export function showFreshness() {
  setAttribute(byId("freshness"), "data-state", isGone ? "gone" : answeredAt === null ? "waiting" : "fresh");
  setText(byId("freshness-text"), words());
}

function words() {
  if (answeredAt === null) return isGone ? "No answer yet" : "Connecting …";
  const seconds = (Date.now() - answeredAt) / 1000;
  const ago = seconds < 2 ? "just now" : `${duration(seconds)} ago`;
  if (isGone) return `No answer · last updated ${ago}`;
  return refreshesByItself() ? `Last updated ${ago}` : `Paused · last updated ${ago}`;
}
