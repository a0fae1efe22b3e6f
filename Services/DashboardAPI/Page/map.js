// A map of the places where photos were taken; choosing one leaves only its photos, choosing several together goes closer.
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { counted, number } from "./format.js";
import { keepChoice, keptChoice } from "./kept_choice.js";
import { patchList } from "./keyed_list.js";
import { groupsOf } from "./map_groups.js";
import { drawLand } from "./map_land.js";
import { bindMoves } from "./map_moves.js";
import { fitting, heightOf, isClosest, isWhole, moved, pointOf, wholeWorld, zoomed } from "./map_view.js";
import { onceAFrame } from "./once_a_frame.js";

const buttonStep = 2;
// As far apart that a finger presses one and not the other, in pixels.
const reach = 44;
// With more of them names would lie on each other.
const mostNamed = 12;

let act = {};
let places = [];
let view = wholeWorld;
// Until somebody has moved it the map shows all that there is, also what comes later.
let isMoved = false;
let grouped = { places: null, reach: null, groups: [] };
let shown = [];
const drawSoon = onceAFrame(draw);

/**
 * `onPick(choice)` gets what was chosen, which `choiceOf(code, place)` makes of a country's code and a place; `isChosen(choice)` answers
 * whether it is already.
 */
export function bindMap(actions) {
  act = actions;
  const box = byId("map-box");
  box.open = keptChoice("map") === "open";
  box.addEventListener("toggle", () => {
    keepChoice("map", box.open ? "open" : null);
    drawSoon();
  });
  byId("map-closer").addEventListener("click", () => look(zoomed(view, buttonStep)));
  byId("map-farther").addEventListener("click", () => look(zoomed(view, 1 / buttonStep)));
  byId("map-all").addEventListener("click", () => {
    isMoved = false;
    drawSoon();
  });
  bindMoves(byId("map"), {
    onZoom: (factor, at) => look(zoomed(view, factor, at && worldPoint(at))),
    onMove: (x, y) => look(moved(view, -x * degreesPerPixel(), -y * degreesPerPixel())),
  });
  new ResizeObserver(drawSoon).observe(byId("map"));
}

/** Shows these countries, as the API tells them. */
export function showMap(countries) {
  places = countries.flatMap(placesOf);
  const missing = countries.reduce((sum, country) => sum + country.places.length, 0) - places.length;
  setShown(byId("map-box"), places.length > 0);
  setText(byId("map-missing"), missing === 0 ? "" : `${counted(missing, "place")} ${missing === 1 ? "is" : "are"} not on the map yet.`);
  drawSoon();
}

function placesOf(country) {
  return country.places.filter(({ position }) => position !== null).map((place) => ({
    key: `${country.code}/${place.region ?? ""}/${place.name}`, ...pointOf(place.position), count: place.count, name: place.name,
    country: country.name, choice: act.choiceOf(country.code, place),
  }));
}

function look(at) {
  [view, isMoved] = [at, true];
  drawSoon();
}

function draw() {
  if (!byId("map-box").open || byId("map").clientWidth === 0 || places.length === 0) return;
  drawLand(byId("map-world"));
  if (!isMoved) view = fitting(places);
  shown = currentGroups().filter(isInView);
  // The outline is in tenths of a degree.
  setAttribute(byId("map-world"), "viewBox", [view.x, view.y, view.width, heightOf(view)].map((part) => 10 * part).join(" "));
  const list = byId("map-groups");
  list.toggleAttribute("data-named", shown.length <= mostNamed);
  const hadFocus = list.contains(document.activeElement);
  patchList(list, shown, ({ places: [largest] }) => largest.key, makeGroup, showGroup);
  // Whoever goes on with the keys must not begin at the top of the page.
  if (hadFocus && !list.contains(document.activeElement)) byId("map").focus({ preventScroll: true });
  setAttribute(byId("map-closer"), "aria-disabled", isClosest(view));
  setAttribute(byId("map-farther"), "aria-disabled", isWhole(view));
}

// They depend on how close the map is alone, and are kept while it is moved. As close as can be each stands for itself.
function currentGroups() {
  const wanted = isClosest(view) ? 0 : reach * degreesPerPixel();
  if (grouped.places !== places || grouped.reach !== wanted) {
    grouped = { places, reach: wanted, groups: wanted === 0 ? places.map((place) => ({ ...place, places: [place] })) : groupsOf(places, wanted) };
  }
  return grouped.groups;
}

function isInView({ x, y }) {
  return x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + heightOf(view);
}

function makeGroup({ places: [largest] }) {
  return element("li", {}, element("button", { type: "button", class: "map-group", onclick: () => choose(largest.key) },
    element("span", { class: "map-count" }), element("span", { class: "map-name" })));
}

function showGroup(item, group) {
  const [largest, ...others] = group.places;
  const button = item.firstElementChild;
  const name = others.length === 0 ? largest.name : `${largest.name} +${others.length}`;
  const among = others.length === 0 ? "" : ` and ${counted(others.length, "place")} near it`;
  // A style of its own is what a script may set; the page's rules forbid it to the server's HTML.
  item.style.setProperty("--x", `${(100 * (group.x - view.x)) / view.width}%`);
  item.style.setProperty("--y", `${(100 * (group.y - view.y)) / heightOf(view)}%`);
  setAttribute(button, "data-digits", String(group.count).length);
  setAttribute(button, "aria-label", `${largest.name}, ${largest.country}${among}: ${counted(group.count, "photo")}`);
  setAttribute(button, "aria-pressed", group.places.some(({ choice }) => act.isChosen(choice)));
  setText(button.firstElementChild, number(group.count));
  setText(button.lastElementChild, name);
}

function choose(key) {
  const { places: found } = shown.find(({ places: [largest] }) => largest.key === key);
  if (found.length === 1) act.onPick(found[0].choice);
  else look(fitting(found, 0));
}

function worldPoint({ x, y }) {
  return { x: view.x + x * degreesPerPixel(), y: view.y + y * degreesPerPixel() };
}

function degreesPerPixel() {
  return view.width / Math.max(1, byId("map").clientWidth);
}
