// Which photos are chosen, to do something with all of them.

let selected = new Set();
// Where a range begins.
let anchor = null;
const listeners = [];

/** `action()` is called when something else is chosen. */
export function whenSelected(action) {
  listeners.push(action);
}

export function selectedIDs() {
  return selected;
}

export function isSelected(id) {
  return selected.has(id);
}

/** Chooses one, or no longer. */
export function toggle(id) {
  if (!selected.delete(id)) selected.add(id);
  anchor = id;
  tell();
}

/** Chooses one beside the others. */
export function selectOne(id) {
  selected.add(id);
  anchor = id;
  tell();
}

/** Chooses all from the one that was chosen last to this one. */
export function selectRange(assets, id) {
  const to = assets.findIndex((asset) => asset.id === id);
  const begin = assets.findIndex((asset) => asset.id === anchor);
  const from = begin < 0 ? to : begin;
  for (const asset of assets.slice(Math.min(from, to), Math.max(from, to) + 1)) selected.add(asset.id);
  if (begin < 0) anchor = id;
  tell();
}

/** Chooses these alone; none without. */
export function selectOnly(ids = []) {
  selected = new Set(ids);
  anchor = null;
  tell();
}

function tell() {
  for (const listener of listeners) listener();
}
