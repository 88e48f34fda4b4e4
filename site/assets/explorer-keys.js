/*
 * The keys of the explorer, and the window that lists them. Keys that are a single letter can be
 * turned off there (WCAG 2.1.4), which is kept where the browser lets pages keep things.
 */
(() => {
  "use strict";

  const { make } = globalThis.soReport;
  const root = document.documentElement;
  const storageKey = "so-report-keys";

  const keys = [
    ["/", "Search", ""],
    ["j, ↓", "Next row, on to the next page", "goNext"],
    ["k, ↑", "Row before, back to the page before", "goPrevious"],
    ["Enter", "Open the check of the row, or fold or unfold the group", ""],
    ["d", "Details of the row", "showDetails"],
    ["c", "Copy the link to the finding of the row", "copyLink"],
    ["n", "Next page", "pageNext"],
    ["p", "Page before", "pagePrevious"],
    ["?", "This list", ""],
    ["Esc", "Close a menu or this list", ""],
  ];

  const letters = {
    j: "goNext", k: "goPrevious", d: "showDetails", c: "copyLink", n: "pageNext",
    p: "pagePrevious",
  };
  const arrows = { ArrowDown: "goNext", ArrowUp: "goPrevious" };

  let dialog = null;

  /** What the explorer does for a key: the name of its method, or nothing. */
  function keyOf(event) {
    if (event.target.closest("input, select, textarea, summary, dialog, .panel")) return "";
    if (arrows[event.key]) return event.target.closest("tbody") ? arrows[event.key] : "";
    return root.dataset.keys === "off" ? "" : letters[event.key] ?? "";
  }

  function keysDialog() {
    const box = make("input", { type: "checkbox", checked: root.dataset.keys !== "off" });
    box.addEventListener("change", () => keep(box.checked));
    const close = make("button", { type: "button", class: "btn" }, "Close");
    close.addEventListener("click", () => dialog.close());
    dialog = make(
      "dialog", { class: "keys", "aria-labelledby": "keys-title" },
      make("h2", { id: "keys-title" }, "Keys"),
      make("dl", {}, ...keys.map(([key, text]) => make(
        "div", {}, make("dt", {}, ...key.split(", ").flatMap((own, at) =>
          [...(at > 0 ? [" or "] : []), make("kbd", {}, own)])), make("dd", {}, text)))),
      make("p", {}, make("label", {}, box, " Use keys that are a single letter or sign")),
      close);
    return dialog;
  }

  function showKeys() {
    dialog.showModal();
  }

  function keep(isOn) {
    root.dataset.keys = isOn ? "on" : "off";
    try {
      localStorage.setItem(storageKey, root.dataset.keys);
    } catch {
      // A sandboxed page has no storage: the choice holds for this page.
    }
  }

  try {
    if (localStorage.getItem(storageKey) === "off") root.dataset.keys = "off";
  } catch {
    // As above.
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "?" || !dialog || dialog.open || root.dataset.keys === "off") return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    showKeys();
  });

  Object.assign(globalThis.soReport, { keyOf, keysDialog, showKeys });
})();
