// The numbers that people ask for first.
import { byId, element, setAttribute, setText } from "./element.js";
import { bytes, day, number } from "./format.js";
import { patchList } from "./keyed_list.js";

export function showCounters(document) {
  const { media, intake } = document;
  setAttribute(byId("counters"), "data-known", media ? "yes" : "no");
  patchList(byId("counters"), tiles(media, intake), (tile) => tile.term, makeTile, (node, tile) => {
    setText(node.querySelector(".figure"), tile.value);
    setText(node.querySelector(".figure-note"), tile.note);
  });
}

// An em dash is what nobody knows; a zero is a zero.
function tiles(media, intake) {
  const known = (words) => (media ? words(media) : "—");
  return [
    { term: "Today", value: known((m) => number(m.filed_today)), note: intake ? waiting(intake) : "" },
    { term: "In the archive", value: known((m) => number(m.total)),
      note: media ? `${number(media.photos)} photos, ${number(media.videos)} videos` : "" },
    { term: "Space taken", value: known((m) => bytes(m.bytes)), note: media ? span(media) : "" },
    { term: "Duplicates spared", value: intake ? number(intake.duplicates) : "—",
      note: intake?.healed ? `${number(intake.healed)} originals restored` : "stored once, checked byte for byte" },
  ];
}

function waiting(intake) {
  if (intake.pending === null) return "how many wait in the inbox is not known";
  return intake.pending === 0 ? "nothing waits in the inbox" : `${number(intake.pending)} waiting in the inbox`;
}

function span(media) {
  return media.first_capture ? `from ${day(media.first_capture)} to ${day(media.last_capture)}` : "";
}

function makeTile(tile) {
  return element("div", { class: "card counter" },
    element("dt", { text: tile.term }), element("dd", { class: "figure" }), element("dd", { class: "figure-note" }));
}
