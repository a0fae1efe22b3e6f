// The colour of a picture before it is there. ThumbHash (Evan Wallace) begins with 24 bits, of which the lowest 18 are the average:
// lightness, yellow–blue and red–green, six bits each.

/** A CSS colour, or null where there is no such hash. */
export function averageColour(hash) {
  const bits = firstBits(hash);
  if (bits === null) return null;
  const lightness = (bits & 63) / 63;
  const yellow = ((bits >> 6) & 63) / 31.5 - 1;
  const red = ((bits >> 12) & 63) / 31.5 - 1;
  const b = lightness - (2 / 3) * yellow;
  const r = (3 * lightness - b + red) / 2;
  return `rgb(${[r, r - red, b].map((part) => Math.round(255 * Math.min(1, Math.max(0, part)))).join(" ")})`;
}

function firstBits(hash) {
  try {
    const bytes = atob(hash ?? "");
    return bytes.length < 5 ? null : bytes.charCodeAt(0) | (bytes.charCodeAt(1) << 8) | (bytes.charCodeAt(2) << 16);
  } catch {
    return null;
  }
}
