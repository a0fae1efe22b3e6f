// The grid of all photos. However many there are, only the rows near the screen are elements of the page.
import { byId, setAttribute } from "./element.js";
import { measures, rowAt, rowOf, rowsOf } from "./gallery_layout.js";
import { moved } from "./gallery_moves.js";
import { assetOf, showRows } from "./gallery_rows.js";
import { onceAFrame } from "./once_a_frame.js";
import { isSelected, selectOne, selectRange, selectedIDs, toggle, whenSelected } from "./selection.js";

let assets = [];
let sizes = null;
let rows = [];
// The photo that Tab leads to.
let active = null;
let act = {};
const drawSoon = onceAFrame(draw);

/** `onOpen(asset)` gets what is chosen; `onNearEnd()` is called when somebody comes near the end of what there is. */
export function bindGallery(actions) {
  act = actions;
  const grid = byId("results");
  grid.addEventListener("click", clicked);
  grid.addEventListener("keydown", pressed);
  // Some browsers press a button only when the key comes up.
  grid.addEventListener("keyup", (event) => event.key === " " && event.target.matches("button") && event.preventDefault());
  grid.addEventListener("focusin", ({ target }) => setActive(assetOf(target.closest(".gallery-cell"))?.id));
  addEventListener("scroll", drawSoon, { passive: true });
  new ResizeObserver(() => grid.parentElement.clientWidth > 0 && layOut(assets)).observe(grid.parentElement);
  whenSelected(draw);
}

/** Shows assets, in the order of their days. What is on the screen stays where it is, whatever comes above it. */
export function showGallery(found) {
  if (found === assets) draw();
  else layOut(found);
}

/** Puts the focus on a photo, and the photo on the screen. */
export function focusPhoto(id) {
  if (!assets.some((asset) => asset.id === id)) return;
  active = id;
  draw(id);
  const button = buttonOf(id);
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** Whether the first photos are on the screen, or still below it. */
export function isAtTop() {
  return byId("results").getBoundingClientRect().top > -innerHeight;
}

function layOut(found) {
  const grid = byId("results");
  const anchor = anchorNow();
  assets = found;
  setAttribute(grid, "data-count", assets.length);
  grid.hidden = assets.length === 0;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  sizes = measures(grid.parentElement.clientWidth, rem);
  rows = rowsOf(assets, sizes);
  const last = rows.at(-1);
  grid.style.height = `${last ? last.top + last.height : 0}px`;
  grid.style.setProperty("--columns", sizes.columns);
  grid.style.setProperty("--tile", `${sizes.tile}px`);
  grid.style.setProperty("--heading", `${sizes.heading}px`);
  setAttribute(grid, "aria-rowcount", rows.length);
  setAttribute(grid, "aria-colcount", sizes.columns);
  keep(anchor);
  draw();
}

// The first photo that can be seen, and where; none while the gallery begins on the screen.
function anchorNow() {
  const above = -byId("results").getBoundingClientRect().top;
  if (rows.length === 0 || above <= 0) return null;
  const row = rows[rowAt(rows, above)];
  return { id: assets[row.start].id, isHeading: row.days !== null, offset: above - row.top };
}

function keep(anchor) {
  const index = anchor ? assets.findIndex((asset) => asset.id === anchor.id) : -1;
  if (index < 0) return;
  const row = rowOf(rows, index);
  const at = anchor.isHeading && rows[row - 1]?.days ? rows[row - 1] : rows[row];
  const change = at.top + anchor.offset + byId("results").getBoundingClientRect().top;
  if (Math.abs(change) >= 1) scrollBy({ top: change, behavior: "instant" });
}

// A screen above and below what is seen are there, too; so is the photo that has the focus, wherever it is.
function draw(wanted = null) {
  if (rows.length === 0) return showRows(byId("results"), [], [], { assets });
  const grid = byId("results");
  const hadFocus = grid.contains(document.activeElement);
  const top = -grid.getBoundingClientRect().top;
  const first = rowAt(rows, top - innerHeight);
  const last = rowAt(rows, Math.max(0, top) + 2 * innerHeight);
  const seen = new Set();
  for (let at = first; at <= last; at += 1) seen.add(at);
  const index = assets.findIndex((asset) => asset.id === active);
  const isKept = index >= 0 && (hadFocus || wanted !== null);
  if (isKept) seen.add(rowOf(rows, index));
  if (!isKept && !(index >= rows[first].start && index < rows[last].end)) active = assets[rows[rowAt(rows, Math.max(0, top))].start].id;
  const numbers = [...seen].sort((one, other) => one - other);
  showRows(grid, numbers.map((at) => rows[at]), numbers, { assets, active, selected: selectedIDs() });
  // A photo that moved to another row has lost it.
  if (hadFocus && !grid.contains(document.activeElement)) buttonOf(active)?.focus({ preventScroll: true });
  if (last === rows.length - 1 && top + 2.5 * innerHeight > rows[last].top && top > -innerHeight) act.onNearEnd();
}

function setActive(id) {
  if (!id || id === active) return;
  const before = buttonOf(active);
  if (before) setAttribute(before, "tabindex", -1);
  active = id;
  setAttribute(buttonOf(id), "tabindex", 0);
}

function buttonOf(id) {
  return [...byId("results").querySelectorAll(".gallery-cell")].find((cell) => assetOf(cell).id === id)?.firstElementChild;
}

function clicked(event) {
  const asset = assetOf(event.target.closest(".gallery-cell"));
  if (!asset) return;
  const isBox = event.target.matches("input");
  if (event.shiftKey) selectRange(assets, asset.id);
  else if (isBox) toggle(asset.id);
  else act.onOpen(asset);
}

function pressed(event) {
  const asset = assetOf(event.target.closest(".gallery-cell"));
  if (!asset) return;
  if (event.key === " " && event.target.matches("button")) {
    event.preventDefault();
    if (event.shiftKey) selectRange(assets, asset.id);
    else toggle(asset.id);
    return;
  }
  const index = assets.findIndex((one) => one.id === asset.id);
  const next = moved(event, index, rows, assets.length, innerHeight * 0.8);
  if (next === null) return;
  event.preventDefault();
  // Where a range begins.
  if (event.shiftKey && !isSelected(asset.id)) selectOne(asset.id);
  if (event.shiftKey) selectRange(assets, assets[next].id);
  focusPhoto(assets[next].id);
}
