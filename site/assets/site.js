/*
 * What a page gains from a script: a theme button, contents that fold on narrow screens, details
 * open on paper, "/" for the search field, and a filter of the rows of findings.html.
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

  const search = document.querySelector("input[type=search]");
  if (search) {
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
      event.preventDefault();
      search.focus();
      search.select();
    });
  }

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

  /* ---- Filter of the rows on this page; its state is the address: #q=key&sev=high. */

  const field = document.getElementById("filter");
  const table = document.getElementById("findings");
  if (field && table) filterRows(field, table);

  function filterRows(field, table) {
    const form = field.form;
    const selects = [...document.querySelectorAll("select[data-filter]")];
    const count = document.getElementById("filter-count");
    // Severity and state stand with the group of rows, the account in its link.
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => ({
      row,
      text: [...row.cells].map((cell) => cell.textContent).join(" ").toLowerCase(),
      values: {
        ...row.parentElement.dataset,
        account: /([^/]*)\.html$/.exec(row.querySelector("a[href^='accounts/']")?.getAttribute("href"))?.[1],
      },
    }));

    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "btn";
    clear.textContent = "Clear";
    form.append(clear);

    /** The filters that are set, as they stand in the address. */
    function state() {
      const parameters = new URLSearchParams();
      const text = field.value.trim();
      if (text) parameters.set("q", text);
      for (const select of selects) {
        if (select.value) parameters.set(select.dataset.filter, select.value);
      }
      return parameters;
    }

    /** Sets the filters from the address; one without "=" names a row and changes nothing. */
    function read() {
      const hash = location.hash.slice(1);
      if (!hash.includes("=")) return;
      const parameters = new URLSearchParams(hash);
      field.value = parameters.get("q") ?? "";
      for (const select of selects) {
        select.value = parameters.get(select.dataset.filter) ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
    }

    function write(parameters) {
      const hash = parameters.toString();
      // The other pages of a long list keep the filter.
      for (const link of document.querySelectorAll(".pg a")) {
        const page = link.getAttribute("href").split("#")[0];
        link.setAttribute("href", hash ? `${page}#${hash}` : page);
      }
      if (!hash && !location.hash.includes("=")) return;
      try {
        history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
      } catch {
        // Some sandboxes refuse; the filter itself works.
      }
    }

    function run() {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = selects.filter((select) => select.value);
      let shown = 0;
      for (const { row, text, values } of rows) {
        const fits =
          words.every((word) => text.includes(word))
          && wanted.every((select) => values[select.dataset.filter] === select.value);
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      const parameters = state();
      clear.disabled = parameters.size === 0;
      if (count) {
        const none = shown === 0 && rows.length > 0 ? ". Nothing fits: change or clear a filter." : "";
        count.textContent = `${shown} of ${rows.length} rows on this page${none}`;
      }
      write(parameters);
    }

    let timer = 0;
    const runSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(run, 100);
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", runSoon);
    clear.addEventListener("click", () => {
      for (const control of [field, ...selects]) control.value = "";
      run();
      field.focus();
    });
    addEventListener("hashchange", () => {
      read();
      run();
    });
    // Browsers put back the values of a form only after scripts have run.
    addEventListener("pageshow", run);
    read();
    run();
  }
})();
