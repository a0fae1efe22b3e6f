// Draws the parts of the page, each by itself: one that cannot be drawn hides no other.

const reason = "This could not be drawn. The browser's console says why.";

/** Calls each `draw` of `[part, draw]`. Answers a line like those of `degraded` for each that failed. */
export function drawEach(parts) {
  const failed = [];
  for (const [part, draw] of parts) {
    try {
      draw();
    } catch (error) {
      console.error(`${part} could not be drawn:`, error);
      failed.push({ part, reason });
    }
  }
  return failed;
}
