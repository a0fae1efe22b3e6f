// Which part of the world the map shows: `x` degrees to the east and `y` degrees to the south of its left upper corner, and how
// many degrees it is wide. Its height follows from its width, since the map always has the shape of the whole world.

const world = { left: -180, top: -84, width: 360, height: 174 };
// Ten kilometers: two villages are then farther apart than a finger is wide, on a telephone as well.
const closest = world.width / 4096;
const room = 1.3;
// Around a single place, so that one sees where it is.
const leastFit = 24;

export const wholeWorld = { x: world.left, y: world.top, width: world.width };

/** How many degrees a view is high. */
export function heightOf(view) {
  return (view.width * world.height) / world.width;
}

/** Where a position `{ lat, lon }` is on the plane of the map. */
export function pointOf({ lat, lon }) {
  return { x: lon, y: Math.min(world.top + world.height, Math.max(world.top, -lat)) };
}

/** A view `factor` times as close; the point `at` stays where it is. */
export function zoomed(view, factor, at = centreOf(view)) {
  const width = within(view.width / factor, closest, world.width);
  const share = width / view.width;
  return inside({ x: at.x - (at.x - view.x) * share, y: at.y - (at.y - view.y) * share, width });
}

/** A view that was moved by degrees. */
export function moved(view, east, south) {
  return inside({ ...view, x: view.x + east, y: view.y + south });
}

/** The closest view that has all of these points, and some room around them. */
export function fitting(points, least = leastFit) {
  if (points.length === 0) return wholeWorld;
  const [left, right] = ends(points.map(({ x }) => x));
  const [top, bottom] = ends(points.map(({ y }) => y));
  const needed = room * Math.max(right - left, ((bottom - top) * world.width) / world.height);
  const width = within(Math.max(needed, least), closest, world.width);
  const view = { x: 0, y: 0, width };
  return inside({ x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - heightOf(view) / 2, width });
}

/** Whether a view can be no closer. */
export function isClosest(view) {
  return view.width <= closest;
}

/** Whether a view has all of the world. */
export function isWhole(view) {
  return view.width >= world.width;
}

function centreOf(view) {
  return { x: view.x + view.width / 2, y: view.y + heightOf(view) / 2 };
}

function inside(view) {
  return {
    x: within(view.x, world.left, world.left + world.width - view.width),
    y: within(view.y, world.top, world.top + world.height - heightOf(view)),
    width: view.width,
  };
}

function within(value, least, most) {
  return Math.min(most, Math.max(least, value));
}

function ends(values) {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
