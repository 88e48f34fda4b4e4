/*
 * The filters of the explorer: a menu for each, whose boxes say how many findings each would leave,
 * and beneath them what is set, to be taken away one by one.
 */
(() => {
  "use strict";

  const { FindingTable, make, grouped, fold } = globalThis.soReport;

  /** Menus with more boxes than this can be searched. */
  const manyBoxes = 12;

  class FilterBar {
    /** `change(view => …)` changes the view; `query()` gives words and filters as they are. */
    constructor(table, { change, query }) {
      Object.assign(this, { table, change, query });
      this.menus = FindingTable.filters
        .map((filter) => ({ filter, options: this.optionsOf(filter) }))
        .filter(({ options }) => options.length > 1)
        .map(({ filter, options }) => this.makeMenu(filter, options));
      this.chips = make("ul", { class: "chips", "aria-label": "Filters that are set" });
      document.addEventListener("click", (event) => {
        for (const { details } of this.menus) {
          if (!details.contains(event.target)) details.open = false;
        }
      });
    }

    /* ---- Values and what they are called. */

    /** The values of a filter that findings have, each with its label, in the order of the report. */
    optionsOf(filter) {
      const { shared } = this.table;
      switch (filter.key) {
        case "sev":
          return shared.severities.map(([word, title]) => ({ value: word, label: title })).reverse();
        case "state":
          return this.table.states.map((number) => shared.states[number])
            .map(([word, title]) => ({ value: word, label: title }));
        case "so":
          return shared.objectives
            .map(([id, label, title]) => ({ value: id, label: `${label} ${title}` }));
        case "account":
          return byLabel(shared.accounts.map(([id, name]) => ({
            value: id, label: name ? `${name} (${id})` : id || "no account named",
          })));
        case "region":
          return shared.regions.map((region) => ({
            value: region, label: region || "no region named",
          }));
        case "check":
          return byLabel(shared.checks.map(({ id, title }) => ({
            value: id, label: `${id} ${title}`,
          })));
        case "standard":
          return shared.standards.map(([name]) => ({ value: name, label: name }));
        case "source":
          return shared.sources.map((name) => ({ value: name, label: name }));
        case "owner":
          return byLabel(unique(shared.accounts.map(([, , owner]) => owner)).map((owner) => ({
            value: owner, label: owner || "no owner named",
          })));
        default:
          return byLabel(unique(shared.checks.map(({ service }) => service))
            .map((service) => ({ value: service, label: service })));
      }
    }

    labelOf(key, value) {
      const menu = this.menus.find(({ filter }) => filter.key === key);
      const option = menu?.options.find((own) => own.value === value);
      return option?.label ?? `${value}, which is not in this report`;
    }

    /* ---- Menus. */

    makeMenu(filter, options) {
      const number = make("b", { class: "n", hidden: true });
      const summary = make("summary", { class: "btn" }, filter.label, number);
      const list = make("ul", { class: "opts" });
      const panel = make("div", { class: "panel" }, list);
      const details = make("details", { class: "menu" }, summary, panel);
      details.dataset.key = filter.key;
      const menu = { filter, options, details, list, number, boxes: new Map() };
      if (options.length > manyBoxes) panel.prepend(this.makeFinder(menu));
      // Before the menu opens, so that the next key finds its boxes there.
      summary.addEventListener("click", () => {
        if (!details.open) this.fill(menu);
      });
      details.addEventListener("toggle", () => {
        if (details.open) this.place(menu);
      });
      details.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !details.open) return;
        event.stopPropagation();
        details.open = false;
        summary.focus();
      });
      return menu;
    }

    /** A field that leaves the boxes of which the label has what is typed. */
    makeFinder(menu) {
      const field = make("input", {
        type: "text", class: "find", autocomplete: "off",
        "aria-label": `Find in ${menu.filter.label}`, placeholder: "Find",
      });
      field.addEventListener("input", () => {
        const word = fold(field.value.trim());
        for (const { label } of menu.boxes.values()) {
          label.classList.toggle("other", !fold(label.textContent).includes(word));
        }
      });
      return field;
    }

    /** Makes the boxes when a menu opens first, and says how many findings each would leave. */
    fill(menu) {
      for (const other of this.menus) if (other !== menu) other.details.open = false;
      if (menu.boxes.size === 0) {
        for (const option of menu.options) menu.list.append(this.makeBox(menu, option));
      }
      this.count(menu);
      this.check(menu);
    }

    /** A panel that would stand out at the right begins at the right end of its menu. */
    place({ details }) {
      details.classList.remove("end");
      const { right } = details.querySelector(".panel").getBoundingClientRect();
      details.classList.toggle("end", right > document.documentElement.clientWidth - 8);
    }

    makeBox(menu, { value, label }) {
      const box = make("input", { type: "checkbox", value });
      const count = make("span", { class: "ct" });
      const text = make("label", {}, box, make("span", { class: "lb" }, label), count);
      menu.boxes.set(value, { box, label: text, count });
      box.addEventListener("change", () => this.change((view) => {
        const values = new Set(view.filters.get(menu.filter.key));
        if (box.checked) values.add(value);
        else values.delete(value);
        if (values.size > 0) view.filters.set(menu.filter.key, values);
        else view.filters.delete(menu.filter.key);
      }));
      return make("li", {}, text);
    }

    count(menu) {
      const counts = this.table.countsOf(menu.filter, this.query());
      const all = this.table.countsOf(menu.filter, { words: [], filters: new Map() });
      const chosen = this.query().filters.get(menu.filter.key);
      for (const [value, { count, label }] of menu.boxes) {
        count.textContent = grouped(counts.get(value) ?? 0);
        label.classList.toggle("none", !counts.get(value));
        // What no finding has is nothing to choose.
        label.parentElement.hidden = !all.get(value) && !chosen?.has(value);
      }
    }

    check(menu) {
      const values = this.query().filters.get(menu.filter.key);
      for (const [value, { box }] of menu.boxes) box.checked = values?.has(value) ?? false;
    }

    /* ---- What is set. */

    /** Shows the filters of the view, in the menus and beneath them. */
    draw(view) {
      for (const menu of this.menus) {
        const size = view.filters.get(menu.filter.key)?.size ?? 0;
        menu.number.textContent = size;
        menu.number.hidden = size === 0;
        if (!menu.details.open) continue;
        this.count(menu);
        this.check(menu);
      }
      const chips = [...view.filters].flatMap(([key, values]) =>
        [...values].map((value) => this.makeChip(key, value)));
      if (chips.length > 0 || view.text.trim()) chips.push(make("li", {}, this.clearButton()));
      this.chips.replaceChildren(...chips);
    }

    makeChip(key, value) {
      const { label } = FindingTable.filters.find((filter) => filter.key === key);
      const text = `${label}: ${this.labelOf(key, value)}`;
      const button = make(
        "button", { type: "button", class: "chip", "aria-label": `Remove the filter ${text}` },
        make("span", {}, text), make("span", { "aria-hidden": "true" }, "×"));
      button.addEventListener("click", () => {
        const place = [...this.chips.children].indexOf(button.parentElement);
        this.change((view) => {
          const left = new Set(view.filters.get(key));
          left.delete(value);
          if (left.size > 0) view.filters.set(key, left);
          else view.filters.delete(key);
        });
        const next = this.chips.children[Math.min(place, this.chips.children.length - 1)];
        (next?.querySelector("button") ?? document.getElementById("filter")).focus();
      });
      return make("li", {}, button);
    }

    clearButton() {
      const button = make("button", { type: "button", class: "chip clear" }, "Clear all");
      button.addEventListener("click", () => {
        this.change((view) => {
          view.text = "";
          view.filters.clear();
        });
        document.getElementById("filter").focus();
      });
      return button;
    }
  }

  const collator = new Intl.Collator("en", { numeric: true });

  function byLabel(options) {
    return options.sort((one, other) => collator.compare(one.label, other.label));
  }

  function unique(values) {
    return [...new Set(values)];
  }

  globalThis.soReport.FilterBar = FilterBar;
})();
