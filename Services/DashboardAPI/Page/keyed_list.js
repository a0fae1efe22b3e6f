// A list that is changed in place: what stays keeps its element, and with it focus, scroll position and loaded image.

const parts = new WeakMap();

/**
 * Makes the children of `list` those of `items`, in their order.
 * `make(item)` answers a new element; `update(element, item)` brings one up to date, also a new one; `drop(element)` is told of
 * what is about to be taken away.
 */
export function patchList(list, items, key, make, update, drop) {
  const known = parts.get(list) ?? new Map();
  const next = new Map();
  for (const item of items) {
    const name = String(key(item));
    if (next.has(name)) continue;
    const node = known.get(name) ?? make(item);
    update?.(node, item);
    next.set(name, node);
  }
  for (const [name, node] of known) {
    if (next.has(name)) continue;
    drop?.(node);
    node.remove();
  }
  place(list, next.values());
  parts.set(list, next);
}

// Moves only what is not where it belongs: moving an element takes its focus away.
function place(list, nodes) {
  let position = list.firstElementChild;
  for (const node of nodes) {
    if (node === position) position = position.nextElementSibling;
    else list.insertBefore(node, position);
  }
}
