// Swiping sideways with one finger.

const least = 48;

/** `onSwipe(direction)` gets 1 for what comes next, where the finger goes to the left, and -1 for what came before. */
export function bindSwipes(node, onSwipe) {
  let start = null;
  node.addEventListener("touchstart", ({ touches }) => {
    start = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  }, { passive: true });
  node.addEventListener("touchend", ({ changedTouches }) => {
    if (!start) return;
    const x = changedTouches[0].clientX - start.x;
    const y = changedTouches[0].clientY - start.y;
    start = null;
    // Upwards and downwards is scrolling.
    if (Math.abs(x) >= least && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1);
  }, { passive: true });
  node.addEventListener("touchcancel", () => {
    start = null;
  });
}
