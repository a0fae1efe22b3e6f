// What all views over the page share: a button and a click beside them close them. Escape does so by itself.

export function bindDialogs() {
  for (const view of document.querySelectorAll("dialog")) {
    view.addEventListener("click", (event) => {
      if (event.target === view || event.target.closest("[data-close]")) view.close();
    });
  }
}
