// Puts the page together: asks for the document again and again, shows it, and says when nobody answers.
import { whenUnauthorized } from "./api.js";
import { bindAssetView } from "./asset_view.js";
import { bindDialogs } from "./dialogs.js";
import { confirmDocument, hasDocument, openService, showAges, showAnswer, showDocument } from "./document_view.js";
import { byId, setAttribute } from "./element.js";
import { timeOfDay } from "./format.js";
import { lastAnswer, noteAnswer, noteFailure, showFreshness } from "./freshness.js";
import { showHeadline } from "./headline.js";
import { bindLibrary } from "./library.js";
import { bindLogin, showLogin } from "./login.js";
import { bindNeedsALook } from "./needs_a_look.js";
import { Polling } from "./polling.js";
import { bindRefreshControl } from "./refresh_control.js";
import { bindLog } from "./service_log.js";
import { bindServiceView } from "./service_view.js";
import { retryPictures } from "./tile_picture.js";
import { verdictWithoutAnswer } from "./verdict.js";

// One lost answer is a hiccup of the wireless network; two are news.
let failures = 0;

function noteAnAnswer() {
  const wasGone = failures > 1;
  failures = 0;
  confirmDocument();
  if (wasGone && hasDocument()) showAnswer();
  setAttribute(byId("content"), "data-stale", null);
  noteAnswer();
  retryPictures();
}

function noteAFailure(error) {
  if (error.status === 401) return;
  if (error.status === undefined) console.error(error);
  failures += 1;
  noteFailure();
  if (failures < 2 && hasDocument()) return;
  setAttribute(byId("content"), "data-stale", "yes");
  showHeadline(verdictWithoutAnswer(lastAnswer() && timeOfDay(lastAnswer())), openService);
}

function showTime() {
  showFreshness();
  // While nobody answers the page stays as it was.
  if (failures < 2 && !document.hidden) showAges();
}

const polling = new Polling({ onDocument: showDocument, onAnswer: noteAnAnswer, onFailure: noteAFailure });
whenUnauthorized(showLogin);
bindLogin(() => polling.now());
bindDialogs();
bindServiceView();
bindAssetView();
bindLog();
bindLibrary();
bindNeedsALook();
bindRefreshControl(polling);
setInterval(showTime, 1000);
polling.now();
