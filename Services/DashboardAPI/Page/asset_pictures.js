// Where the pictures of an asset are: small ones that the server made, and the original where a browser can show it.

const smallOriginal = 1_000_000;

/** Whether the original itself can be shown as a picture. */
export function isPicture(asset) {
  return asset.inline && asset.kind === "photo";
}

/** The address of an original; only the server's own are followed. */
export function originalOf(asset) {
  return `${addressOf(asset)}/original`;
}

/** The address of what is known about an asset. */
export function addressOf(asset) {
  return `/api/v1/assets/${encodeURIComponent(asset.id)}`;
}

/** The addresses to try for a tile, the best first. */
export function tilePictures(asset) {
  return [asset.thumbnailed && thumbnailOf(asset, 256), isPicture(asset) && originalOf(asset)].filter(Boolean);
}

/** The addresses to try for a large picture, the best first. A small original is as quick, and sharper. */
export function largePictures(asset) {
  const found = [asset.thumbnailed && thumbnailOf(asset, 1024), isPicture(asset) && originalOf(asset)].filter(Boolean);
  return asset.size_bytes <= smallOriginal ? found.reverse() : found;
}

/** What a video shows before it plays. */
export function posterOf(asset) {
  return asset.thumbnailed ? thumbnailOf(asset, 1024) : null;
}

function thumbnailOf(asset, size) {
  return `${addressOf(asset)}/thumbnail?size=${size}`;
}
