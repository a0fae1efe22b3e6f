// Where each photo of the gallery stands: by day, newest first, in rows of so many columns. Days that fit beside each other share
// a row, each under its own heading; a day that does not fit begins a new one.

const tileRem = 9.5;
const phoneTileRem = 5.75;
const phoneRem = 36;
const gapRem = 0.5;
const headingRem = 2.75;

/** How large everything is in `width` pixels, with letters of `rem` pixels. */
export function measures(width, rem) {
  const gap = Math.round(gapRem * rem);
  const tile = (width < phoneRem * rem ? phoneTileRem : tileRem) * rem;
  const columns = Math.max(1, Math.floor((width + gap) / (tile + gap)));
  return { columns, gap, tile: (width - gap * (columns - 1)) / columns, heading: Math.round(headingRem * rem) };
}

/**
 * Rows from top to bottom, each with `top` and `height` in pixels and the photos `start` up to `end`. Those with `days` hold headings,
 * `{ day, start, count, column, span }`; the others hold tiles, one beside the other.
 */
export function rowsOf(assets, sizes) {
  const rows = [];
  let top = 0;
  const add = (row, height) => {
    rows.push({ ...row, top, height });
    top += height;
  };
  for (const band of bandsOf(assets, sizes.columns)) {
    add({ days: band.days, start: band.start, end: band.end }, sizes.heading);
    for (let start = band.start; start < band.end; start += sizes.columns) {
      add({ days: null, start, end: Math.min(start + sizes.columns, band.end) }, sizes.tile + sizes.gap);
    }
  }
  return rows;
}

/** The index of the row at `position` pixels, or of the nearest one. */
export function rowAt(rows, position) {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rows[middle].top <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the row of tiles that holds the photo `index`. */
export function rowOf(rows, index) {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // A heading begins with the same photo as the row below it, which is the later one of both.
    if (rows[middle].start <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function bandsOf(assets, columns) {
  const bands = [];
  for (const day of daysOf(assets)) {
    const band = bands.at(-1);
    const column = band ? band.end - band.start : columns;
    if (column + day.count <= columns) {
      band.days.push({ ...day, column, span: day.count });
      band.end += day.count;
    } else {
      bands.push({ start: day.start, end: day.start + day.count, days: [{ ...day, column: 0, span: Math.min(day.count, columns) }] });
    }
  }
  return bands;
}

function daysOf(assets) {
  const days = [];
  assets.forEach((asset, start) => {
    const day = asset.captured_at?.slice(0, 10) ?? null;
    if (start > 0 && days.at(-1).day === day) days.at(-1).count += 1;
    else days.push({ day, start, count: 1 });
  });
  return days;
}
