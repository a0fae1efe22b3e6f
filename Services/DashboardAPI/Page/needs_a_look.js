// What was not filed like everything else: kind by kind, each file with its reason.
import { get } from "./api.js";
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { bytes, instant, number } from "./format.js";
import { patchList } from "./keyed_list.js";

const kinds = [
  { name: "errors", title: "Filed with a remark", count: ({ media }) => media?.errors },
  { name: "quarantined", title: "Quarantine", count: ({ intake }) => intake?.quarantined },
  { name: "refused", title: "Refused by the database", count: ({ intake }) => intake?.refused },
  { name: "ignored", title: "Not photos", count: ({ intake }) => intake?.ignored },
  { name: "duplicate", title: "Duplicates", count: ({ intake }) => intake?.duplicates },
  { name: "healed", title: "Originals restored", count: ({ intake }) => intake?.healed },
];
// What is to be looked at comes by itself; the rest is for who asks.
const urgent = ["errors", "quarantined", "refused"];
let picked = null;
let chosen = null;
let seen = null;
let lines = [];
let next = null;
let pages = 0;
let request = null;

export function bindNeedsALook() {
  byId("looks-more").addEventListener("click", () => load(next));
}

/** Shows the kinds with their numbers, and brings the lines of the chosen one up to date. */
export function showNeedsALook(document) {
  const counts = kinds.map((kind) => ({ ...kind, value: kind.count(document) ?? null }));
  turnTo(picked ?? counts.find((kind) => kind.value > 0 && urgent.includes(kind.name))?.name ?? "errors");
  patchList(byId("look-kinds"), counts, (kind) => kind.name, makeChip, showChip);
  const value = counts.find((kind) => kind.name === chosen)?.value ?? null;
  if (value === null && lines.length === 0) show("Cannot be seen right now; the reason stands above.");
  if (value === null) return;
  const isOther = seen !== value;
  seen = value;
  // A reason may change where the number does not. Who has opened further pages is reading, and keeps what is there.
  if (isOther || (lines.length > 0 && pages === 1 && request === null)) load();
}

function makeChip(kind) {
  return element("button", { type: "button", class: "chip", onclick: () => choose(kind.name) },
    element("span", { text: kind.title }), element("span", { class: "count" }));
}

function showChip(chip, kind) {
  setText(chip.querySelector(".count"), kind.value === null ? "—" : number(kind.value));
  setAttribute(chip, "aria-pressed", kind.name === chosen);
}

function choose(name) {
  picked = name;
  turnTo(name);
  show("Loading …");
  for (const [index, chip] of [...byId("look-kinds").children].entries()) setAttribute(chip, "aria-pressed", kinds[index].name === name);
  load();
}

// No line of one kind stays under the name of another, whatever comes of asking for those.
function turnTo(name) {
  if (name === chosen) return;
  request?.abort();
  request = null;
  chosen = name;
  seen = null;
  lines = [];
  next = null;
  pages = 0;
}

async function load(cursor = null) {
  request?.abort();
  request = new AbortController();
  const { signal } = request;
  const path = chosen === "errors" ? "/api/v1/assets?errors=true" : `/api/v1/intake?outcome=${chosen}`;
  try {
    const answer = await get(`${path}&limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`, signal);
    if (signal.aborted) return;
    const found = answer.assets ? answer.assets.map(fromAsset) : answer.items.map(fromItem);
    lines = cursor ? [...lines, ...found] : found;
    pages = cursor ? pages + 1 : 1;
    next = answer.next;
    show();
  } catch (error) {
    if (signal.aborted) return;
    show(error.message);
    // Asked for again with the next document.
    seen = null;
  }
  request = null;
}

function fromAsset(asset) {
  return { id: asset.id, name: asset.name, reason: asset.error_message || "no reason was kept", place: asset.path, size: asset.size_bytes, time: asset.ingested_at };
}

function fromItem(item) {
  return { id: item.id, name: item.name, reason: item.reason || "no reason was kept", place: item.stored_path ?? item.original_path, size: item.size_bytes, time: item.occurred_at };
}

function show(problem) {
  patchList(byId("looks"), lines, (line) => line.id, makeLine, showLine);
  setShown(byId("looks-more"), next !== null);
  setShown(byId("looks-empty"), Boolean(problem) || lines.length === 0);
  setText(byId("looks-empty"), problem ?? (urgent.includes(chosen) ? "All clear. Every file was filed as it should be." : "None."));
}

function makeLine() {
  return element("li", { class: "look" },
    element("strong", { class: "look-name" }), element("span", { class: "look-reason" }), element("span", { class: "look-place" }),
    element("span", { class: "look-when" }));
}

function showLine(node, line) {
  const [name, reason, place, when] = node.children;
  setText(name, line.name);
  setText(reason, line.reason);
  setText(place, line.place);
  setText(when, [instant(line.time), line.size === null ? "" : bytes(line.size)].filter(Boolean).join(" · "));
}
