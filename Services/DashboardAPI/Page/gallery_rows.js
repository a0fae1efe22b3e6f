// The rows of the gallery that are on the screen: headings of days, and tiles with a picture to open and a box to choose it by.
import { showFace } from "./asset_tile.js";
import { element, icon, setAttribute, setShown, setText } from "./element.js";
import { counted, day, minute, weekdayOf } from "./format.js";
import { patchList } from "./keyed_list.js";
import { forgetPictures } from "./lazy_picture.js";

// What a cell shows now.
const shown = new WeakMap();

/** The asset that a cell shows. */
export function assetOf(cell) {
  return shown.get(cell);
}

/** Draws rows; `assets`, `active` (which tile Tab leads to), `selected` (ids) say what is in them. */
export function showRows(grid, rows, numbers, state) {
  const key = ({ row }) => `${row.days ? "day" : "tiles"} ${state.assets[row.start].id}`;
  patchList(grid, rows.map((row, at) => ({ row, number: numbers[at] })), key, makeRow, (node, { row, number }) => {
    setAttribute(node, "aria-rowindex", number + 1);
    node.style.top = `${row.top}px`;
    if (row.days) patchList(node, row.days, ({ start }) => state.assets[start].id, makeHeading, (cell, part) => showHeading(cell, part, state.assets));
    else patchList(node, state.assets.slice(row.start, row.end), (asset) => asset.id, makeCell, (cell, asset) => showCell(cell, asset, state), forgetPictures);
  }, forgetPictures);
}

function makeRow({ row }) {
  return element("div", { role: "row", class: row.days ? "gallery-row days" : "gallery-row" });
}

function makeHeading() {
  return element("div", { role: "rowheader", class: "gallery-day" }, element("h3"), element("span", { class: "quiet" }));
}

function showHeading(cell, part, assets) {
  cell.style.gridColumn = `${part.column + 1} / span ${part.span}`;
  setAttribute(cell, "aria-colindex", part.column + 1);
  setText(cell.firstElementChild, part.day ? day(part.day) : "No date");
  const places = new Set(assets.slice(part.start, part.start + part.count).map((asset) => asset.place_name).filter(Boolean));
  const place = places.size === 1 ? [...places][0] : places.size > 1 ? `${places.size} places` : null;
  setText(cell.lastElementChild, [part.day && weekdayOf(part.day), place, part.count > 1 && counted(part.count, "file")].filter(Boolean).join(" · "));
  setShown(cell.lastElementChild, part.span > 1);
}

function makeCell() {
  return element("div", { role: "gridcell", class: "gallery-cell" },
    element("button", { type: "button", tabindex: -1 },
      element("span", { class: "tile-frame" }), element("span", { class: "tile-name" }),
      element("span", { class: "tile-marks" })),
    element("input", { type: "checkbox", tabindex: -1 }));
}

function makeMark(name) {
  const mark = icon(name);
  setAttribute(mark, "data-mark", name);
  return mark;
}

function showCell(cell, asset, { active, selected }) {
  const before = shown.get(cell);
  shown.set(cell, asset);
  const [button, box] = cell.children;
  const [frame, name, marks] = button.children;
  showFace(frame, asset, before);
  setText(name, asset.name);
  setAttribute(button, "aria-label", words(asset));
  setAttribute(button, "title", asset.name);
  setAttribute(button, "tabindex", asset.id === active ? 0 : -1);
  const wanted = [asset.kind === "video" && "video", asset.reviewed && "good", asset.has_errors && "attention"];
  patchList(marks, wanted.filter(Boolean), (mark) => mark, makeMark);
  const isSelected = selected.has(asset.id);
  setAttribute(cell, "aria-selected", isSelected);
  setAttribute(box, "aria-label", `Select ${asset.name}`);
  if (box.checked !== isSelected) box.checked = isSelected;
}

// Its day stands above.
function words(asset) {
  return [asset.name, asset.kind === "video" && "video", asset.captured_at && minute(asset.captured_at), asset.place_name,
    asset.reviewed && "reviewed", asset.has_errors && "needs a look"].filter(Boolean).join(", ");
}
