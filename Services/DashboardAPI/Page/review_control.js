// The button in the view of a photo that says whether somebody has looked at it.
import { byId, setShown, setText } from "./element.js";
import { review, reviewObstacle } from "./review.js";

let subject = null;

export function bindReviewControl() {
  byId("asset-view-review").addEventListener("click", toggleReview);
}

/** Shows how it stands with this photo. What is marked here the photo itself is told, too. */
export async function showReview(asset) {
  subject = asset;
  setText(byId("asset-view-problem"), "");
  draw();
  byId("asset-view-review").disabled = true;
  try {
    const obstacle = await reviewObstacle();
    if (subject !== asset) return;
    byId("asset-view-review").disabled = obstacle !== null;
    setText(byId("asset-view-review-obstacle"), obstacle ?? "");
  } catch (error) {
    if (subject === asset) setText(byId("asset-view-problem"), error.message);
  }
}

function draw() {
  setShown(byId("asset-view-reviewing"), subject.reviewed !== undefined);
  byId("asset-view-review").setAttribute("aria-pressed", String(subject.reviewed === true));
}

/** Marks the photo that is shown, or takes it back; nothing where that cannot be done. */
export async function toggleReview() {
  const asset = subject;
  const button = byId("asset-view-review");
  if (button.disabled || byId("asset-view-reviewing").hidden) return;
  const hadFocus = button === document.activeElement;
  const wanted = !asset.reviewed;
  button.disabled = true;
  setText(byId("asset-view-problem"), "");
  try {
    await review([asset.id], wanted);
    asset.reviewed = wanted;
  } catch (error) {
    if (subject === asset) setText(byId("asset-view-problem"), `It was not marked: ${error.message}`);
  }
  if (subject !== asset) return;
  button.disabled = false;
  draw();
  // Disabling takes the focus away.
  if (hadFocus) button.focus();
}
