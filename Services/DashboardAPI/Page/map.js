// A map of the places where photos were taken; choosing one leaves only its photos, choosing several together goes closer.
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { counted, number } from "./format.js";
import { keepChoice, keptChoice } from "./kept_choice.js";
import { patchList } from "./keyed_list.js";
import { groupsOf } from "./map_groups.js";
import { bindMoves } from "./map_moves.js";
import { fitting, heightOf, isClosest, isWhole, moved, pointOf, zoomed } from "./map_view.js";

const buttonStep = 2;
// As far apart that a finger presses one and not the other, in pixels.
const reach = 44;
// With more of them names would lie on each other.
const mostNamed = 12;

let pick = () => {};
let isPicked = () => false;
let places = [];
// Nothing until somebody has looked: then it begins with what there is.
let view = null;
let groups = [];

/** `onPick(place)` gets what was chosen: `country`, `region` and `place`; `isChosen(place)` answers whether it is already. */
export function bindMap({ onPick, isChosen }) {
  [pick, isPicked] = [onPick, isChosen];
  const box = byId("map-box");
  box.open = keptChoice("map") === "open";
  box.addEventListener("toggle", () => {
    keepChoice("map", box.open ? "open" : null);
    draw();
  });
  byId("map-closer").addEventListener("click", () => look(zoomed(view, buttonStep)));
  byId("map-farther").addEventListener("click", () => look(zoomed(view, 1 / buttonStep)));
  byId("map-all").addEventListener("click", () => look(fitting(places)));
  bindMoves(byId("map"), {
    onZoom: (factor, at) => look(zoomed(view, factor, at && worldPoint(at))),
    onMove: (x, y) => look(moved(view, -x * degreesPerPixel(), -y * degreesPerPixel())),
  });
  new ResizeObserver(draw).observe(byId("map"));
}

/** Shows these countries, as the API tells them. */
export function showMap(countries) {
  places = countries.flatMap(placesOf);
  setShown(byId("map-box"), places.length > 0);
  draw();
}

function placesOf(country) {
  return country.places.filter(({ position }) => position !== null).map(({ name, region, position, count }) => ({
    key: `${country.code}/${region ?? ""}/${name}`, ...pointOf(position), count, name, country: country.name,
    choice: { country: country.code, region: region ?? "", place: name },
  }));
}

function look(at) {
  view = at;
  draw();
}

function draw() {
  const width = byId("map").clientWidth;
  if (!byId("map-box").open || width === 0 || places.length === 0) return;
  view ??= fitting(places);
  groups = groupsOf(places, reach * degreesPerPixel()).filter(isShown);
  // The outline is in tenths of a degree.
  setAttribute(byId("map-world"), "viewBox", [view.x, view.y, view.width, heightOf(view)].map((part) => 10 * part).join(" "));
  byId("map-groups").toggleAttribute("data-named", groups.length <= mostNamed);
  patchList(byId("map-groups"), groups, ({ places: [largest] }) => largest.key, makeGroup, showGroup);
  byId("map-closer").disabled = isClosest(view);
  byId("map-farther").disabled = isWhole(view);
}

function isShown({ x, y }) {
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
  setAttribute(button, "aria-pressed", others.length === 0 ? isPicked(largest.choice) : null);
  setText(button.firstElementChild, number(group.count));
  setText(button.lastElementChild, name);
}

function choose(key) {
  const { places: found } = groups.find(({ places: [largest] }) => largest.key === key);
  if (found.length === 1 || isClosest(view)) return pick(found[0].choice);
  look(fitting(found, 0));
}

function worldPoint({ x, y }) {
  return { x: view.x + x * degreesPerPixel(), y: view.y + y * degreesPerPixel() };
}

function degreesPerPixel() {
  return view.width / Math.max(1, byId("map").clientWidth);
}
