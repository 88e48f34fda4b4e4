/*
 * What every page gains from a script: a theme button, contents that fold on narrow screens,
 * details open on paper, and "/" for the search field. Pages that gain more have scripts of their
 * own behind this one.
 * Without it every page is complete. A classic script, since modules do not load from file://;
 * it writes text and attributes only, as require-trusted-types-for 'script' demands.
 */
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");

  /* ---- Theme: auto, light, dark; kept where the browser lets pages keep things. */

  const themes = ["auto", "light", "dark"];
  const themeKey = "so-report-theme";

  function storedTheme() {
    try {
      return localStorage.getItem(themeKey);
    } catch {
      return null;
    }
  }

  function store(theme) {
    try {
      if (theme === "auto") localStorage.removeItem(themeKey);
      else localStorage.setItem(themeKey, theme);
    } catch {
      // A sandboxed page has no storage: the choice holds for this page.
    }
  }

  function apply(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    if (themeButton) themeButton.textContent = `Theme: ${theme}`;
  }

  const themeButton = document.getElementById("theme");
  let theme = themes.includes(storedTheme()) ? storedTheme() : "auto";
  apply(theme);
  if (themeButton) {
    themeButton.hidden = false;
    themeButton.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      apply(theme);
      store(theme);
    });
  }

  /* ---- Contents: folded where they would stand above the page. */

  const contents = document.querySelector(".nav details");
  if (contents) {
    const narrow = matchMedia("(max-width: 64rem)");
    const fold = () => {
      contents.open = !narrow.matches;
    };
    narrow.addEventListener("change", fold);
    fold();
  }

  /* ---- Paper: everything open, and afterwards as it was. */

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });

  /* ---- "/" goes to the search field. */

  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (root.dataset.keys === "off") return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    // Other scripts may have made the field.
    const search = document.querySelector("input[type=search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  /* ---- Rows of findings say that they are rows where the style sheet makes cards of them. */

  const cards = matchMedia("(max-width: 40rem)");
  const nameRoles = () => {
    if (!cards.matches) return;
    for (const table of document.querySelectorAll("table.fx:not([role])")) {
      table.setAttribute("role", "table");
      for (const group of table.querySelectorAll("thead, tbody")) group.setAttribute("role", "rowgroup");
      for (const row of table.rows) {
        row.setAttribute("role", "row");
        for (const cell of row.cells) {
          const heading = cell.scope === "col" ? "columnheader" : "rowheader";
          cell.setAttribute("role", cell.localName === "th" ? heading : "cell");
        }
      }
    }
  };
  cards.addEventListener("change", nameRoles);
  nameRoles();

  /* ---- A filter that is meant for the explorer goes to the page that has it. */

  if (/\/findings-\d+\.html$/.test(location.pathname) && location.hash.includes("=")) {
    location.replace(`findings.html${location.hash}`);
  }
})();
