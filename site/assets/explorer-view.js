/*
 * What the explorer is drawn with: elements made of text and attributes only, and the address of a
 * view. A view is what a reader set: words, filters, order, groups and page.
 */
(() => {
  "use strict";

  const { FindingTable } = globalThis.soReport;
  const svg = "http://www.w3.org/2000/svg";

  /** An element. Of its properties `class` and those with a hyphen or `role` are attributes. */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "class") element.className = value;
      else if (key.includes("-") || key in attributes) element.setAttribute(key, value);
      else element[key] = value;
    }
    element.append(...children);
    return element;
  }

  const attributes = { role: true, scope: true, colspan: true, for: true };

  /** A symbol of the page's sprite. */
  function symbol(name, style) {
    const image = document.createElementNS(svg, "svg");
    const use = document.createElementNS(svg, "use");
    if (style) image.setAttribute("class", style);
    image.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#${name}`);
    image.append(use);
    return image;
  }

  const numbers = new Intl.NumberFormat("en");

  /** 12,345 */
  function grouped(number) {
    return numbers.format(number);
  }

  /** What the page shows before anybody sets anything: what is open. */
  function firstView() {
    return {
      text: "", filters: new Map([["state", new Set(["open"])]]), sort: "", isDescending: false,
      group: "", unfolded: new Set(), page: 1,
    };
  }

  /**
   * The view of an address without its "#".
   *
   * Nothing is the first view. Else what is not named is not filtered: `q=key&sev=high` are the
   * findings of all states, as are those of `state=all`.
   */
  function viewOf(hash) {
    const view = firstView();
    if (!hash) return view;
    const parameters = new URLSearchParams(hash);
    view.filters.clear();
    for (const { key } of FindingTable.filters) {
      const values = parameters.getAll(key).filter((value) => key !== "state" || value !== "all");
      if (values.length > 0) view.filters.set(key, new Set(values));
    }
    view.text = parameters.get("q") ?? "";
    const [, minus, sort] = /^(-?)(sev|check|resource|account|region|state|since)$/
      .exec(parameters.get("sort") ?? "") ?? [];
    if (sort) Object.assign(view, { sort, isDescending: minus === "-" });
    const group = parameters.get("group");
    if (["check", "account", "resource"].includes(group)) view.group = group;
    view.unfolded = new Set(view.group ? parameters.getAll("unfold") : []);
    view.page = Math.max(1, Math.trunc(Number(parameters.get("page"))) || 1);
    return view;
  }

  /** The address of a view, without "#"; nothing for the first one. */
  function hashOf(view) {
    const parameters = new URLSearchParams();
    if (view.text.trim()) parameters.set("q", view.text.trim());
    for (const [key, values] of view.filters) {
      for (const value of values) parameters.append(key, value);
    }
    if (view.sort) parameters.set("sort", (view.isDescending ? "-" : "") + view.sort);
    if (view.group) parameters.set("group", view.group);
    for (const value of view.unfolded) parameters.append("unfold", value);
    if (view.page > 1) parameters.set("page", view.page);
    const hash = parameters.toString();
    if (hash === "state=open") return "";
    return hash || "state=all";
  }

  /** Puts text into the clipboard, and says on the button whether that went well. */
  async function copy(text, button) {
    let isDone = false;
    try {
      await navigator.clipboard.writeText(text);
      isDone = true;
    } catch {
      isDone = copyByField(text);
    }
    if (!button) return;
    button.dataset.label ??= button.textContent;
    button.textContent = isDone ? "Copied" : "The browser does not allow it";
    setTimeout(() => {
      button.textContent = button.dataset.label;
    }, 2000);
  }

  /** The way of browsers that give pages from a disk no clipboard. */
  function copyByField(text) {
    const focused = document.activeElement;
    const field = make("textarea", { value: text, class: "vh" });
    document.body.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return isDone;
  }

  Object.assign(globalThis.soReport, { copy, make, symbol, grouped, firstView, viewOf, hashOf });
})();
