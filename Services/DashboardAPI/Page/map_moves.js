// Moving the map: with the mouse, with two fingers, by keys, with the wheel.

const step = 1.5;
const keySteps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
// A hand that trembles has not moved the map.
const still = 4;

/**
 * `onZoom(factor, at)` gets the point around which to zoom, in pixels from the left upper corner, or nothing; `onMove(x, y)` how many
 * pixels what is shown moves; one finger scrolls the page.
 */
export function bindMoves(node, { onZoom, onMove }) {
  const held = new Map();
  let travelled = 0;
  const at = ({ clientX, clientY }) => {
    const { left, top } = node.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (held.size === 0) travelled = 0;
    held.set(event.pointerId, at(event));
  });
  node.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    // A menu may have swallowed that the button was let go.
    if (event.pointerType === "mouse" && event.buttons === 0) held.delete(event.pointerId);
    if (!before || !held.has(event.pointerId)) return;
    const now = at(event);
    held.set(event.pointerId, now);
    const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    if (!other && event.pointerType === "touch") return;
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    // Only now: what is merely pressed stays a press of the place under it.
    if (travelled > still) node.setPointerCapture(event.pointerId);
    if (other) onZoom(distance(now, other) / Math.max(1, distance(before, other)), middle(now, other));
    const share = other ? 0.5 : 1;
    onMove(share * (now.x - before.x), share * (now.y - before.y));
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) node.addEventListener(name, ({ pointerId }) => held.delete(pointerId));
  // Else the browser would scroll the page with two fingers as well.
  node.addEventListener("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  // Where the map was moved nothing was chosen; a press of a key has no place and is always meant.
  node.addEventListener("click", (event) => event.detail > 0 && travelled > still && event.stopPropagation(), { capture: true });
  node.addEventListener("dblclick", (event) => event.target.closest("button") ?? onZoom(step, at(event)));
  node.addEventListener("wheel", (event) => {
    // Without the key the page scrolls; a pinch on a trackpad comes with it.
    if (!event.ctrlKey) return;
    event.preventDefault();
    onZoom(2 ** (-event.deltaY / 100), at(event));
  }, { passive: false });
  node.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") onZoom(step);
    else if (event.key === "-") onZoom(1 / step);
    else if (event.key in keySteps) onMove(...keySteps[event.key].map((part) => (-part * node.clientWidth) / 8));
    else return;
    event.preventDefault();
  });
}

function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a, b) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
