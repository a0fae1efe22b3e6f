// The password, where the server wants one. It is sent once and kept nowhere; the browser holds a cookie that scripts cannot read.
import { send, sessionPath } from "./api.js";
import { byId, setShown, setText } from "./element.js";
import { keepChoice, keptChoice } from "./kept_choice.js";

const name = "signed-in";

/** `onSignedIn()` is called when the server has accepted a password. */
export function bindLogin(onSignedIn) {
  byId("login-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = byId("login-form").querySelector("button");
    button.disabled = true;
    const problem = await signIn(byId("login-password").value);
    button.disabled = false;
    setText(byId("login-error"), problem ?? "");
    if (problem) return byId("login-password").select();
    byId("login-password").value = "";
    keepChoice(name, "yes");
    hideLogin();
    onSignedIn();
  });
  byId("sign-out").addEventListener("click", async () => {
    await send("DELETE", sessionPath).catch(() => {});
    keepChoice(name, null);
    // What is on the page is gone with it, also from the browser's memory.
    location.reload();
  });
  setShown(byId("sign-out"), keptChoice(name) === "yes");
}

export function showLogin() {
  if (!byId("login").hidden) return;
  for (const view of document.querySelectorAll("dialog[open]")) view.close();
  switchTo(true);
  byId("login-password").focus();
}

function hideLogin() {
  switchTo(false);
  setShown(byId("sign-out"), true);
  byId("content").focus({ preventScroll: true });
}

function switchTo(isLogin) {
  setShown(byId("login"), isLogin);
  for (const id of ["content", "tools", "sections"]) setShown(byId(id), !isLogin);
}

async function signIn(password) {
  try {
    await send("POST", sessionPath, { password });
    return null;
  } catch (error) {
    if (error.status === 401) return "That is not the password.";
    if (error.status === 429) return "Too many tries. Please wait a minute.";
    return error.message;
  }
}
