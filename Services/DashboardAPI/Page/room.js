// How much room the disks have left, and what is still to be done for the photos, a backup above all.
import { disksOf } from "./disk_room.js";
import { byId, element, setAttribute, setShown, setText } from "./element.js";
import { bytes, counted, instant, number, percent } from "./format.js";
import { patchList } from "./keyed_list.js";

const remarks = { attention: ", not much left", bad: ", nearly full" };
let disks = null;
let steps = null;

export function showRoom(document) {
  if (!disks) {
    disks = element("ul", { class: "disks" });
    steps = element("ul", { class: "pending" });
    byId("room").append(disks, steps);
  }
  patchList(disks, disksOf(document.storage), (disk) => disk.name, makeDisk, showDisk);
  patchList(steps, document.media ? [...stepLines(document.media), ...copyLines(document.storage?.backup), ...readingLines(document.storage?.scrub)] : [], (step) => step.name, makeStep, showStep);
}

function makeDisk(line) {
  return element("li", {},
    element("p", { class: "disk-words" }, element("strong", { text: line.name }), element("span")),
    element("meter", { min: 0, max: 1, "aria-label": `${line.name}: share of the disk that is taken` }));
}

function showDisk(node, { disk, level }) {
  const meter = node.querySelector("meter");
  const isKnown = level !== "unknown";
  setAttribute(node, "data-level", level);
  setShown(meter, isKnown);
  if (isKnown) meter.value = 1 - disk.free / disk.total;
  setText(node.querySelector("span"), diskWords(disk, level));
}

function diskWords(disk, level) {
  if (!disk) return "cannot be seen right now";
  if (level === "unknown") return "tells no size";
  return `${bytes(disk.free)} free of ${bytes(disk.total)}${remarks[level] ?? ""}`;
}

function stepLines(media) {
  if (media.total === 0) return [{ name: "backup", text: "The factory keeps one copy of each photo. Plan a backup of Storage, too." }];
  const saved = media.total - media.pending.backed_up;
  const backup = saved === 0
    ? "No photo is marked as backed up. Keep a copy of Storage on another disk."
    : media.pending.backed_up === 0 ? "All photos are backed up." : `${percent(saved / media.total)} are backed up; ${number(media.pending.backed_up)} are still only here.`;
  return [
    { name: "backup", text: backup },
    { name: "place", text: `${number(media.with_location)} of ${number(media.total)} know where they were taken.` },
  ];
}

// Nothing where no copies are made.
function copyLines(backup) {
  if (!Number.isInteger(backup?.oldest_days)) return [];
  const days = backup.oldest_days + 1;
  const read = `Every copy was read back within the last ${days === 1 ? "day" : `${number(days)} days`}`;
  const tested = backup.last_restore_test ? `; ${number(backup.restore_tested)} ${backup.restore_tested === 1 ? "has" : "have"} been fetched again on trial, last on ${instant(backup.last_restore_test)}.` : ".";
  const damaged = backup.damaged > 0 ? ` ${counted(backup.damaged, "was", "were")} damaged and will be copied again.` : "";
  return [{ name: "copies", text: `${read}${tested}${damaged}` }];
}

// Nothing where originals are not read again.
function readingLines(scrub) {
  if (!Number.isInteger(scrub?.oldest_days)) return [];
  const days = scrub.oldest_days + 1;
  const found = scrub.findings > 0 ? ` ${counted(scrub.findings, "is", "are")} not as ${scrub.findings === 1 ? "it" : "they"} should be.` : "";
  return [{ name: "reading", text: `Every original was read again within the last ${days === 1 ? "day" : `${number(days)} days`}.${found}` }];
}

function makeStep() {
  return element("li");
}

function showStep(node, step) {
  setText(node, step.text);
}
