// Where a key leads in the gallery.
import { rowOf } from "./gallery_layout.js";

/** The photo to which `event` leads from the photo `index`, or null for a key that leads nowhere. `page` is in pixels. */
export function moved(event, index, rows, count, page) {
  if (event.altKey || event.metaKey) return null;
  const row = rows[rowOf(rows, index)];
  switch (event.key) {
    case "ArrowLeft": return Math.max(0, index - 1);
    case "ArrowRight": return Math.min(count - 1, index + 1);
    case "ArrowUp": return below(rows, index, -1, 0);
    case "ArrowDown": return below(rows, index, 1, 0);
    case "PageUp": return below(rows, index, -1, page);
    case "PageDown": return below(rows, index, 1, page);
    case "Home": return event.ctrlKey ? 0 : row.start;
    case "End": return event.ctrlKey ? count - 1 : row.end - 1;
    default: return null;
  }
}

// The same column in the next row of tiles in this direction, or in the one that is `distance` pixels away; at the end the last one.
function below(rows, index, direction, distance) {
  const from = rowOf(rows, index);
  const column = index - rows[from].start;
  let found = from;
  for (let at = from + direction; at >= 0 && at < rows.length; at += direction) {
    if (rows[at].days) continue;
    if (found !== from && Math.abs(rows[at].top - rows[from].top) > distance) break;
    found = at;
  }
  return Math.min(rows[found].start + column, rows[found].end - 1);
}
