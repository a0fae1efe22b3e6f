// Places that would lie on each other are drawn as one.

/**
 * Groups of places `{ key, x, y, count, … }` that are closer than `reach` to the one with the most photos among them, where the group
 * is drawn: `{ x, y, count, places }`, the largest place first. It does not depend on what part of the world is shown, so that
 * nothing jumps while the map is moved.
 */
export function groupsOf(places, reach) {
  const cells = new Map();
  const groups = [];
  for (const place of [...places].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))) {
    const column = Math.floor(place.x / reach);
    const row = Math.floor(place.y / reach);
    const near = nearest(cells, place, column, row, reach);
    if (near) {
      near.places.push(place);
      near.count += place.count;
      continue;
    }
    const group = { x: place.x, y: place.y, count: place.count, places: [place] };
    const cell = `${column}/${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), group]);
    groups.push(group);
  }
  return groups;
}

// A group that is near enough stands in the place's own cell or in one beside it.
function nearest(cells, place, column, row, reach) {
  let found = null;
  let least = reach;
  for (let across = column - 1; across <= column + 1; across++) {
    for (let down = row - 1; down <= row + 1; down++) {
      for (const group of cells.get(`${across}/${down}`) ?? []) {
        const distance = Math.hypot(group.x - place.x, group.y - place.y);
        if (distance < least) [found, least] = [group, distance];
      }
    }
  }
  return found;
}
