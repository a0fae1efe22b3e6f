// Light or dark: what the system says, unless somebody chose. Not a module, so that it runs before the first paint.
"use strict";
(() => {
  const key = "photo-factory.theme";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const choices = ["system", "light", "dark"];
  const words = { system: "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };

  // Browsers that keep nothing, as in some private windows, throw here.
  function remembered() {
    try { return localStorage.getItem(key); } catch { return null; }
  }

  function remember(choice) {
    try { localStorage.setItem(key, choice); } catch { /* It holds for this visit only. */ }
  }

  let choice = choices.includes(remembered()) ? remembered() : "system";

  function show() {
    root.dataset.theme = choice === "system" ? (system.matches ? "dark" : "light") : choice;
    const button = document.getElementById("theme-switch");
    if (!button) return;
    button.setAttribute("aria-label", words[choice]);
    button.title = words[choice];
  }

  show();
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    show();
    document.getElementById("theme-switch").addEventListener("click", () => {
      choice = choices[(choices.indexOf(choice) + 1) % choices.length];
      remember(choice);
      show();
    });
  });
})();
