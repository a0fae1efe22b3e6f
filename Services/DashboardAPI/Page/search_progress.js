// What a list of photos says of itself, also while the server has looked through a part of them only.
import { counted, day } from "./format.js";

/** What is shown: `count` files of the question `asked`, up to the cursor `next`. */
export function summaryWords(count, { next, isPartial, isLooking }, asked) {
  const files = counted(count, "file");
  if (isLooking) return `${capital(files)} so far${asked}; looked${farWords(next)}, still looking …`;
  if (isPartial) return `${capital(files)}${asked}; looked${farWords(next)}.`;
  return `${next === null ? capital(files) : `The newest ${files}`}${asked}.`;
}

/** What stands where there is no file. */
export function emptyWords({ next, isLooking }, asked) {
  if (isLooking) return "Still looking …";
  if (next !== null) return "None found yet, and there is more to look through.";
  return asked ? "No photo fits. Try fewer letters of the name, or other days." : "No photos yet. Copy one into Photos_Inbox, and it appears here.";
}

// A cursor begins with when the last photo that was looked at was taken, and with nothing among those without a date.
function farWords(cursor) {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(cursor)?.[0];
  return date ? ` back to ${day(date)}` : cursor.startsWith("~") ? " through all with a date" : "";
}

function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}
