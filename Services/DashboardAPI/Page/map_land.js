// The outline of the land, which comes when somebody first wants to see it.
import { graphic } from "./element.js";

let request = null;

/** Draws it into an SVG. Without it places are shown all the same, and it is asked for again the next time. */
export async function drawLand(svg) {
  if (svg.firstElementChild) return;
  request ??= outline();
  try {
    svg.replaceChildren(graphic("path", { d: await request, "vector-effect": "non-scaling-stroke" }));
  } catch (error) {
    console.warn("The outline of the land is not there:", error);
    request = null;
  }
}

async function outline() {
  const answer = await fetch("/page/world.svg");
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "image/svg+xml").getElementById("land").getAttribute("d");
}
