/*
 * The parts of the explorer: search, filters, what is found, its table and pages. They are made once
 * and filled by explorer-lines.js.
 */
(() => {
  "use strict";

  const soReport = globalThis.soReport;
  const { FilterBar, RowMaker, make, copy } = soReport;

  /** Each column with its heading, and whether it is sorted in descending order first. */
  const columns = [
    ["sev", "Severity", true], ["check", "Check"], ["resource", "Resource"],
    ["account", "Account"], ["region", "Region"], ["state", "State"], ["since", "Open since"],
  ];

  class ExplorerParts {
    /** Puts the parts into `place`; `table` holds at least the first file of findings. */
    constructor(table, place) {
      this.table = table;
      this.place = place;
      /** The file that could not be loaded, if any. */
      this.failure = "";
      this.maker = new RowMaker(table, {
        copy, filter: (key, value) => this.only(key, value), search: (name) => this.named(name),
      });
      this.bar = new FilterBar(table, {
        change: (edit) => this.change(edit), query: () => this.query,
      });
      this.build();
    }

    build() {
      this.buildTable();
      this.place.append(
        this.buildForm(), this.bar.chips, this.buildSum(), this.grid, this.none, this.pager,
        soReport.keysDialog());
      document.addEventListener("keydown", (event) => this.press(event));
    }

    buildForm() {
      this.field = make("input", {
        type: "search", id: "filter", autocomplete: "off", spellcheck: false,
        placeholder: "Resource, check, account, region or id",
      });
      this.field.addEventListener("input", () => this.change((view) => {
        view.text = this.field.value;
      }, "typing"));
      const menus = make(
        "div", { class: "menus", id: "menus" }, ...this.bar.menus.map(({ details }) => details));
      this.more = button("More filters", () => {
        const isOpen = menus.classList.toggle("open");
        this.more.setAttribute("aria-expanded", String(isOpen));
      });
      this.more.classList.add("more");
      this.more.setAttribute("aria-expanded", "false");
      this.more.setAttribute("aria-controls", "menus");
      const form = make(
        "form", { class: "xf noprint", role: "search", "aria-label": "Search and filter findings" },
        make("label", { class: "all" }, "Search all findings ", this.field),
        make("label", { class: "by" }, "Group by ", this.buildGroup()), this.more, menus);
      form.addEventListener("submit", (event) => event.preventDefault());
      return form;
    }

    buildGroup() {
      this.group = make(
        "select", { id: "group" },
        ...[["", "Nothing"], ["check", "Check"], ["account", "Account"], ["resource", "Resource"]]
          .map(([value, label]) => make("option", { value }, label)));
      this.group.addEventListener("change", () => this.change((view) => {
        view.group = this.group.value;
        view.unfolded.clear();
      }));
      return this.group;
    }

    buildSum() {
      this.count = make("p", { id: "count" });
      this.live = make("p", { class: "vh", role: "status", "aria-live": "polite" });
      this.download = button("Download these as CSV", () => this.save());
      this.fold = button("Unfold all", () => this.foldAll());
      const link = button("Copy link to this view", (own) => copy(this.address, own));
      const keys = button("Keys", () => soReport.showKeys());
      keys.setAttribute("aria-haspopup", "dialog");
      return make(
        "div", { class: "sum" }, this.count, this.live,
        make("div", { class: "acts noprint" }, this.fold, this.download, link, keys));
    }

    buildTable() {
      const heading = (key, ...content) =>
        make("th", { scope: "col", role: "columnheader", class: `co-${key}` }, ...content);
      this.headings = columns.map(([key, label]) => {
        const sort = make("button", { type: "button" }, label);
        sort.addEventListener("click", () => this.sortBy(key));
        return heading(key, sort);
      });
      this.body = make("tbody", { role: "rowgroup" });
      const first = heading("toggle", make("span", { class: "vh" }, "Details"));
      this.grid = make(
        "table", { class: "xt", role: "table", id: "found" },
        make("caption", { class: "vh" }, "Findings that fit, times in UTC"),
        make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, first, ...this.headings)),
        this.body);
      this.none = make("div", { class: "note", hidden: true });
      this.pager = make("nav", { class: "pg noprint", "aria-label": "Pages of these findings" });
    }
  }

  /** A button of text that does something, which is given the button. */
  function button(text, action) {
    const own = make("button", { type: "button", class: "btn" }, text);
    own.addEventListener("click", () => action(own));
    return own;
  }

  Object.assign(soReport, { ExplorerParts, columns });
})();
