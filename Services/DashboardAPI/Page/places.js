// Countries and their places with how much was taken in each; choosing one leaves only its photos.
import { get } from "./api.js";
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { number } from "./format.js";
import { patchList } from "./keyed_list.js";
import { bindMap, showMap } from "./map.js";

const everywhere = { country: "", region: "", place: "" };
let choose = () => {};
let chosen = everywhere;
let openCountry = null;
let countries = [];

/** `onChoice()` is called when another place was chosen, or none. */
export function bindPlaces(onChoice) {
  choose = onChoice;
  bindMap({ onPick: pickPlace, isChosen, choiceOf });
}

/** Answers whether it worked. */
export async function loadPlaces() {
  try {
    ({ countries } = await get("/api/v1/places"));
  } catch {
    // What the factory cannot tell now is told elsewhere; what was known stays.
    return false;
  }
  show();
  return true;
}

/** What is asked of the server: `country`, `region` and `place`, empty where any will do. */
export function chosenPlace() {
  return chosen;
}

/** In words, such as "Paris, France"; empty for everywhere. */
export function placeWords() {
  const country = countries.find(({ code }) => code === chosen.country);
  return [chosen.place, country?.name ?? chosen.country].filter(Boolean).join(", ");
}

/** Gives up what was chosen, without a word to anybody. */
export function forgetPlace() {
  chosen = everywhere;
  show();
}

function show() {
  setShown(byId("places-box"), countries.length > 0);
  patchList(byId("places"), countries, (country) => country.code, makeCountry, showCountry);
  showMap(countries);
}

function makeCountry({ code, name }) {
  return element("li", {},
    element("button", { type: "button", class: "year", onclick: () => pickCountry(code) }, element("span", { text: name }), element("span", { class: "count" })),
    element("ul", { class: "months" }));
}

function showCountry(node, country) {
  const button = node.firstElementChild;
  const isOpen = country.code === openCountry;
  setText(button.lastElementChild, number(country.count));
  setAttribute(button, "aria-expanded", isOpen);
  setAttribute(button, "aria-pressed", isChosen({ ...everywhere, country: country.code }));
  setShown(node.lastElementChild, isOpen);
  // Those of a closed country need not be elements: there may be thousands.
  patchList(node.lastElementChild, isOpen ? country.places : [], keyOf, (place) => makePlace(country.code, place), (item, place) => showPlace(item.firstElementChild, country.code, place));
}

function makePlace(country, { name, region }) {
  return element("li", {}, element("button", { type: "button", class: "place", title: region ?? "", onclick: () => pick(choiceOf(country, { name, region })) },
    element("span", { text: name }), element("span", { class: "count" })));
}

function showPlace(button, country, { name, region, count }) {
  setText(button.lastElementChild, number(count));
  setAttribute(button, "aria-pressed", isChosen(choiceOf(country, { name, region })));
}

function choiceOf(country, { name, region }) {
  return { country, region: region ?? "", place: name };
}

function pickCountry(code) {
  openCountry = code;
  pick({ ...everywhere, country: code });
}

function pickPlace(place) {
  openCountry = place.country;
  pick(place);
}

// Choosing what is chosen already gives it up.
function pick(place) {
  chosen = isChosen(place) ? everywhere : place;
  show();
  choose();
}

function isChosen(place) {
  return Object.entries(place).every(([key, value]) => chosen[key] === value);
}

function keyOf({ name, region }) {
  return `${region}/${name}`;
}
