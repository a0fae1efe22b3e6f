// The headline: are my photos safe, is everything running, what came in today? Decided from the document alone.
import { counted, number } from "./format.js";
import { levelOf, reasonOf, titleOf } from "./lights.js";

/** Answers `level` ("good", "attention", "bad", "unknown"), `title`, `text` and `reasons` (`service`, `text`). */
export function verdict(document) {
  const troubled = (document.services ?? []).filter((service) => ["bad", "attention"].includes(levelOf(service)));
  const reasons = troubled.map((service) => ({ service: service.name, level: levelOf(service), text: reasonOf(service) }));
  return {
    ...title(document, troubled),
    text: [running(document, troubled), arrived(document), waiting(document)].filter(Boolean).join(" "),
    reasons,
  };
}

/** What the headline says while the server does not answer. What was seen before is no longer known to be so. */
export function verdictWithoutAnswer(seenAt) {
  const text = seenAt
    ? `What you see below is how it was at ${seenAt}. The page keeps trying.`
    : "Is the server on, and are you in the same network? The page keeps trying.";
  return { level: "bad", title: "The factory does not answer.", text, reasons: [] };
}

/** How many files have something about them that somebody should look at. */
export function filesToLookAt(document) {
  return (document.media?.errors ?? 0) + (document.intake?.quarantined ?? 0) + (document.intake?.refused ?? 0);
}

function title(document, troubled) {
  const bad = troubled.filter((service) => levelOf(service) === "bad");
  if (bad.length === 1) return { level: "bad", title: `${titleOf(bad[0].name)} needs you.` };
  if (bad.length > 1) return { level: "bad", title: `${bad.length} services need you.` };
  if (!document.services || !document.media) return { level: "attention", title: "Part of the picture is missing." };
  if (troubled.length > 0) return { level: "attention", title: `Your photos are safe. ${troubledNames(troubled)}` };
  const files = filesToLookAt(document);
  if (files > 0) return { level: "attention", title: `Your photos are safe. ${fileWords(files)}` };
  if (!isReporting(document)) return { level: "unknown", title: "Waiting for the first reports." };
  if (document.media.total === 0) return { level: "good", title: "Ready for your first photo." };
  return { level: "good", title: "Your photos are safe." };
}

// Without a word from the librarian nothing can be said about photos.
function isReporting(document) {
  return document.services.some((service) => service.name.split("@")[0] === "librarian" && levelOf(service) !== "unknown");
}

function troubledNames(troubled) {
  return troubled.length === 1 ? `${titleOf(troubled[0].name)} needs a look.` : `${troubled.length} services need a look.`;
}

function fileWords(files) {
  return files === 1 ? "One file needs a look." : `${number(files)} files need a look.`;
}

function running(document, troubled) {
  if (!document.services) return "Nobody can tell right now whether everything is running.";
  if (troubled.length === 0) return isReporting(document) ? "Everything is running." : "";
  const fine = document.services.filter((service) => levelOf(service) === "good").length;
  const untouched = troubled.some((service) => levelOf(service) === "bad") ? "What is filed already stays untouched. " : "";
  return fine > 0 ? `${untouched}${counted(fine, "other service")} ${fine === 1 ? "is" : "are"} running.` : untouched.trim();
}

function arrived(document) {
  if (!document.media) return "Photos that arrive are filed all the same.";
  if (document.media.total === 0) return "Nothing has come in yet.";
  const today = document.media.filed_today;
  return today === 0 ? "Nothing new came in today." : `${counted(today, "photo or video", "photos and videos")} came in today.`;
}

function waiting(document) {
  const pending = document.intake?.pending ?? 0;
  if (pending === 0) return "";
  return pending === 1 ? "One file waits in the inbox." : `${number(pending)} files wait in the inbox.`;
}
