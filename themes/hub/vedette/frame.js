// What every page's frame needs before it is painted and cannot do without a script: the person's choice of theme and of a
// narrow rail, both kept in this browser. A classic script in the head, because a module runs after the first paint and the
// page would flash in the other theme. Without it the page follows the system and the rail is wide.
(() => {
  const root = document.documentElement;
  const THEMES = ["system", "dark", "light"];

  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: nothing is kept, everything works
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // as above
    }
  };
  const theme = () => (THEMES.includes(kept("vedette.theme")) ? kept("vedette.theme") : "system");

  const wear = (name) => {
    if (name === "system") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = name;
    }
  };
  const mark = () => {
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme()));
    }
  };

  wear(theme());
  addEventListener("storage", (event) => {
    if (event.key === "vedette.theme") {
      wear(theme());
      mark();
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const part of document.querySelectorAll("[data-theme-menu]")) {
      part.hidden = false;
    }
    mark();
    const narrow = document.getElementById("narrow");
    if (narrow) {
      narrow.checked = kept("vedette.narrow") === "yes";
      narrow.addEventListener("change", () => keep("vedette.narrow", narrow.checked ? "yes" : "no"));
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-theme-choice]");
    if (button) {
      keep("vedette.theme", button.dataset.themeChoice);
      wear(theme());
      mark();
    }
  });
})();
