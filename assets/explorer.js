/*
 * The explorer of findings.html: search, filters, order and groups over all findings, in pages of
 * fifty rows. It takes the place of the static pages of the list when data/findings.js and the
 * first file of findings are there, and loads the others; without them the static list stays.
 */
(() => {
  "use strict";

  const soReport = globalThis.soReport;
  const { FindingTable, FilterBar, RowMaker, make, grouped, firstView, viewOf, hashOf } = soReport;

  const rowsOfPage = 50;
  /** Milliseconds without a letter after which the address takes what was typed. */
  const typingPause = 250;
  const columns = [
    ["sev", "Severity", true], ["check", "Check"], ["resource", "Resource"],
    ["account", "Account"], ["region", "Region"], ["state", "State"], ["since", "Open since"],
  ];

  const place = document.getElementById("explorer");
  const progress = document.getElementById("explorer-state");
  const pages = document.getElementById("pages");
  if (!place || !progress || !pages) return;

  /* ---- Files of findings. */

  let explorer = null;
  let table = null;
  let failure = "";

  /** Called by the files: 0 is what findings share, the others follow from 1. */
  soReport.findings = (number, data) => {
    if (number === 0) {
      table = new FindingTable(data);
      return;
    }
    if (!table || number !== table.parts.length + 1) return;
    table.add(data);
    if (explorer) explorer.grow();
    else explorer = new Explorer();
    if (!table.isComplete) load(number + 1);
    prepare(table.parts.at(-1));
    tell();
  };

  /** Makes what search and order need of a file while the browser has nothing else to do. */
  function prepare(part) {
    const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));
    idle(() => table.linesOf(part));
    idle(() => table.sortedPart(part));
    if (table.isComplete) idle(() => table.resources());
  }

  /** The one kind of address from which scripts are loaded. */
  function address(text) {
    if (/^data\/findings-[1-9][0-9]*\.js$/.test(text)) return text;
    throw new TypeError(`This is no file of findings: ${text}`);
  }

  const policy = globalThis.trustedTypes?.createPolicy("so-report-data", {
    createScriptURL: address,
  });

  function load(number) {
    const script = document.createElement("script");
    const text = `data/findings-${number}.js`;
    script.src = policy ? policy.createScriptURL(text) : address(text);
    script.addEventListener("error", () => {
      failure = text;
      pages.hidden = false;
      tell();
    });
    document.head.append(script);
  }

  /** Says how far it is, and what is missing. */
  function tell() {
    if (!table || table.parts.length === 0) {
      progress.textContent =
        "Search and filters are not available, because data/findings.js or data/findings-1.js "
        + "cannot be loaded. The list has all findings, worst first.";
      return;
    }
    const loaded = `${grouped(table.loaded)} of ${grouped(table.count)} findings loaded`;
    if (failure) {
      progress.textContent =
        `${loaded}; ${failure} cannot be loaded. Search and filters know only these; the list `
        + "below them has all findings.";
    } else {
      progress.textContent = table.isComplete ? "" : `${loaded}; counts are not final yet.`;
    }
    if (table.isComplete && explorer?.wanted) {
      progress.textContent = `No finding of this report is called ${explorer.wanted}.`;
    }
    progress.hidden = !progress.textContent;
    explorer?.tellCount();
  }

  document.addEventListener("DOMContentLoaded", tell);

  /* ---- The explorer. */

  class Explorer {
    constructor() {
      this.view = viewOf(viewHash());
      this.opened = new Set();
      this.maker = new RowMaker(table, {
        copy, filter: (key, value) => this.only(key, value),
        search: (name) => this.change((view) => {
          Object.assign(view, firstView(), { text: `"${name}"` });
          view.filters.clear();
        }),
      });
      this.bar = new FilterBar(table, {
        change: (edit) => this.change(edit), query: () => this.query,
      });
      this.build();
      pages.hidden = true;
      place.hidden = false;
      this.arrive();
      addEventListener("hashchange", () => this.arrive());
      addEventListener("pagehide", () => this.endTyping());
    }

    get query() {
      return { words: FindingTable.words(this.view.text), filters: this.view.filters };
    }

    /* ---- Its parts. */

    build() {
      this.field = make("input", {
        type: "search", id: "filter", autocomplete: "off", spellcheck: false, value: this.view.text,
        placeholder: "Resource, check, account, region or id",
      });
      this.field.addEventListener("input", () => this.change((view) => {
        view.text = this.field.value;
      }, "typing"));
      this.group = make(
        "select", { id: "group" },
        ...[["", "Nothing"], ["check", "Check"], ["account", "Account"], ["resource", "Resource"]]
          .map(([value, label]) => make("option", { value }, label)));
      this.group.addEventListener("change", () => this.change((view) => {
        view.group = this.group.value;
        view.unfolded.clear();
      }));
      const menus = make(
        "div", { class: "menus", id: "menus" }, ...this.bar.menus.map(({ details }) => details));
      this.more = make("button", {
        type: "button", class: "btn more", "aria-expanded": "false", "aria-controls": "menus",
      }, "More filters");
      this.more.addEventListener("click", () => {
        const isOpen = menus.classList.toggle("open");
        this.more.setAttribute("aria-expanded", String(isOpen));
      });
      const form = make(
        "form", { class: "xf noprint", role: "search", "aria-label": "Search and filter findings" },
        make("label", { class: "all" }, "Search all findings ", this.field),
        make("label", { class: "by" }, "Group by ", this.group), this.more, menus);
      form.addEventListener("submit", (event) => event.preventDefault());
      this.buildTable();
      place.append(form, this.bar.chips, this.buildSum(), this.table, this.none, this.pager);
      place.append(soReport.keysDialog());
      document.addEventListener("keydown", (event) => this.press(event));
    }

    buildSum() {
      this.count = make("p", { id: "count" });
      this.live = make("p", { class: "vh", role: "status", "aria-live": "polite" });
      const button = (text, action) => {
        const own = make("button", { type: "button", class: "btn" }, text);
        own.addEventListener("click", () => action(own));
        return own;
      };
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
      this.headings = columns.map(([key, label]) => {
        const button = make("button", { type: "button" }, label);
        button.addEventListener("click", () => this.sortBy(key));
        const heading = make("th", { scope: "col", role: "columnheader", class: `co-${key}` }, button);
        heading.dataset.key = key;
        return heading;
      });
      this.body = make("tbody", { role: "rowgroup" });
      this.table = make(
        "table", { class: "xt", role: "table", id: "found" },
        make("caption", { class: "vh" }, "Findings that fit, times in UTC"),
        make("thead", { role: "rowgroup" }, make(
          "tr", { role: "row" },
          make(
            "th", { scope: "col", role: "columnheader", class: "co-toggle" }, make("span", { class: "vh" }, "Details")),
          ...this.headings)),
        this.body);
      this.none = make("div", { class: "note", hidden: true });
      this.pager = make("nav", { class: "pg noprint", "aria-label": "Pages of these findings" });
    }

    /* ---- Changes. */

    /** Changes the view, draws it and puts it into the address. */
    change(edit, kind = "") {
      const view = this.view;
      if (kind !== "typing") this.endTyping();
      view.page = 1;
      edit(view);
      this.wanted = "";
      this.marked = -1;
      this.run();
      this.write(kind);
      if (kind !== "typing") this.field.value = view.text;
    }

    only(key, value) {
      this.change((view) => {
        Object.assign(view, { text: "", group: "" });
        const state = view.filters.get("state");
        view.filters = new Map([...(state ? [["state", state]] : []), [key, new Set([value])]]);
      });
    }

    /** First the way in which most look for something, then the other, then worst first again. */
    sortBy(key) {
      const [, , isDescending = false] = columns.find(([own]) => own === key);
      this.change((view) => {
        if (view.sort !== key) Object.assign(view, { sort: key, isDescending });
        else if (view.isDescending === isDescending) view.isDescending = !isDescending;
        else Object.assign(view, { sort: "", isDescending: false });
      });
    }

    /** Puts the view into the address: letters when there are no more for a moment. */
    write(kind) {
      clearTimeout(this.writing);
      if (kind !== "typing") {
        this.put(kind);
        return;
      }
      this.writing = setTimeout(() => this.put(kind), typingPause);
      this.isTyping = true;
    }

    /** What was typed before something else changes is a step of its own to go back to. */
    endTyping() {
      if (!this.isTyping) return;
      clearTimeout(this.writing);
      this.put("typing");
    }

    put(kind) {
      this.isTyping = false;
      const hash = hashOf(this.view);
      if (`#${hash}` === (location.hash || "#")) return;
      const address = hash ? `#${hash}` : location.pathname + location.search;
      try {
        // Letters of one search make one step.
        if (kind === "typing" && this.wrote === "typing") history.replaceState(null, "", address);
        else history.pushState(null, "", address);
      } catch {
        // Some sandboxes refuse; all else works.
      }
      this.wrote = kind;
    }

    /** The address of what is shown, also where the browser does not let it be written. */
    get address() {
      const page = location.href.split("#")[0];
      const hash = this.marked < 0 ? hashOf(this.view) : table.id(this.marked);
      return hash ? `${page}#${hash}` : page;
    }

    /** Takes the view from the address, or the finding that it names. */
    arrive() {
      const hash = viewHash();
      clearTimeout(this.writing);
      this.isTyping = false;
      this.wrote = "";
      this.view = viewOf(hash);
      const name = location.hash.slice(1);
      this.wanted = !hash && /-[0-9A-HJKMNP-TV-Z]{10}$/i.test(name) ? decoded(name) : "";
      this.marked = -1;
      this.field.value = this.view.text;
      if (!this.find()) this.run();
      tell();
    }

    /** Shows the finding that the address names, among all; false where it is not there yet. */
    find() {
      const row = this.wanted ? table.rowOf(this.wanted) : -1;
      if (row < 0) return false;
      this.view.filters.clear();
      this.view.page = 1 + Math.floor(row / rowsOfPage);
      this.marked = row;
      this.opened.add(row);
      this.wanted = "";
      this.run();
      const element = this.body.querySelector(`[data-row="${row}"]`);
      element?.scrollIntoView({ block: "center" });
      element?.querySelector(".go").focus({ preventScroll: true });
      return true;
    }

    /** More findings are there. */
    grow() {
      if (!this.find()) this.run();
    }

    /* ---- Finding and drawing. */

    run() {
      const { view } = this;
      let rows = table.rows(this.query);
      if (view.sort) rows = table.sorted(rows, view.sort, view.isDescending);
      const grouping = view.group && table.loaded > 0 ? table.groups(rows, view.group) : null;
      Object.assign(this, { rows: grouping?.rows ?? rows, groups: grouping?.groups ?? null });
      this.lay();
      this.draw();
    }

    /** What stands on the page: findings, or groups with those that are unfolded. */
    lay() {
      const { view, rows, groups } = this;
      const length = groups ? this.lineCount() : rows.length;
      this.pageCount = Math.max(1, Math.ceil(length / rowsOfPage));
      view.page = Math.min(view.page, this.isWaiting ? view.page : this.pageCount);
      const first = (view.page - 1) * rowsOfPage;
      this.span = [first, Math.min(first + rowsOfPage, length), length];
      this.lines = groups
        ? this.groupLines(first)
        : Array.from(rows.subarray(first, first + rowsOfPage), (row) => ({ row }));
    }

    /** While files are loading a page may not be there yet. */
    get isWaiting() {
      return !table.isComplete && !failure;
    }

    isUnfolded(group) {
      const { unfolded } = this.view;
      if (unfolded.size === 0) return false;
      // Beside "*" are the ones that are folded.
      return unfolded.has("*") !== unfolded.has(this.maker.groupName(group, this.view.group));
    }

    lineCount() {
      return this.groups.reduce((lines, group) =>
        lines + 1 + (this.isUnfolded(group) ? group.count : 0), 0);
    }

    groupLines(first) {
      const lines = [];
      let line = 0;
      for (const group of this.groups) {
        const count = 1 + (this.isUnfolded(group) ? group.count : 0);
        const end = Math.min(count, first + rowsOfPage - line);
        const start = Math.max(0, first - line);
        line += count;
        if (start >= count) continue;
        // A group that began on the page before tells again whose rows these are.
        lines.push({ group });
        for (let at = Math.max(1, start); at < end; at += 1) {
          lines.push({ row: this.rows[group.start + at - 1] });
        }
        if (line >= first + rowsOfPage) break;
      }
      return lines;
    }

    draw() {
      this.drawRows();
      this.drawNone();
      this.drawPager();
      this.bar.draw(this.view);
      const { view } = this;
      this.group.value = view.group;
      const set = view.filters.size;
      this.more.textContent = set > 0 ? `More filters (${set})` : "More filters";
      for (const heading of this.headings) {
        if (heading.dataset.key === view.sort) {
          heading.setAttribute("aria-sort", view.isDescending ? "descending" : "ascending");
        } else heading.removeAttribute("aria-sort");
      }
      this.fold.hidden = !this.groups;
      this.fold.textContent = view.unfolded.has("*") ? "Fold all" : "Unfold all";
      this.tellCount();
    }

    /** Draws the rows, unless they are the same as before. */
    drawRows() {
      const signature = this.lines
        .map(({ row, group }) => (group ? `g${group.begin}:${group.count}:${group.open}:${this.isUnfolded(group)}` : row))
        .join(" ");
      if (signature === this.drawn) {
        this.mark();
        return;
      }
      this.drawn = signature;
      const width = columns.length + 1;
      const elements = this.lines.flatMap(({ row, group }) => {
        if (group) {
          return [this.maker.group(
            group, this.view.group, this.isUnfolded(group), width, () => this.toggleGroup(group))];
        }
        const isOpen = this.opened.has(row);
        const element = this.maker.finding(row, isOpen, (own) => this.toggle(own));
        return isOpen ? [element, this.maker.details(row, width)] : [element];
      });
      this.body.replaceChildren(...elements);
      this.mark();
    }

    mark() {
      for (const element of this.body.querySelectorAll(".hit")) element.classList.remove("hit");
      this.body.querySelector(`[data-row="${this.marked}"]`)?.classList.add("hit");
    }

    /** Says what to do where nothing fits. */
    drawNone() {
      const { view } = this;
      const isEmpty = this.rows.length === 0;
      this.none.hidden = !isEmpty;
      this.table.hidden = isEmpty;
      if (!isEmpty) return;
      const filters = new Map(view.filters);
      filters.delete("state");
      const others = view.filters.has("state")
        ? table.rows({ words: this.query.words, filters }).length : 0;
      const parts = [make("b", {}, this.isWaiting ? "Nothing fits so far" : "Nothing fits")];
      if (others > 0) {
        const button = make(
          "button", { type: "button", class: "btn" },
          `Show ${grouped(others)} in other states`);
        button.addEventListener("click", () => this.change((own) => own.filters.delete("state")));
        parts.push(make("p", {}, "No finding of the chosen states fits; others do. "), button);
      } else {
        parts.push(make("p", {},
          "Take a filter away, search for fewer or shorter words, or clear all. Words are looked for "
          + "in resources, checks, accounts, regions and ids of findings, and all of them must fit."));
      }
      this.none.replaceChildren(...parts);
    }

    drawPager() {
      const { view, pageCount } = this;
      const go = (label, page) => {
        const button = make("button", { type: "button", class: "btn" }, label);
        button.disabled = page < 1 || page > pageCount || page === view.page;
        button.addEventListener("click", () => this.turn(page, label));
        return button;
      };
      this.pager.hidden = pageCount < 2;
      this.pager.replaceChildren(
        go("First", 1), go("Previous", view.page - 1),
        make("span", {}, `Page ${grouped(view.page)} of ${grouped(pageCount)}`),
        go("Next", view.page + 1), go("Last", pageCount));
    }

    turn(page, label) {
      this.change((view) => {
        view.page = page;
      });
      this.table.scrollIntoView({ block: "start" });
      const buttons = [...this.pager.querySelectorAll("button")];
      const same = buttons.find((own) => own.textContent === label && !own.disabled);
      (same ?? buttons.find((own) => !own.disabled))?.focus({ preventScroll: true });
    }

    /** "12 of 5,000 findings", with what it is the count of, and whether it can still change. */
    tellCount() {
      const [first, end, length] = this.span;
      const found = grouped(this.rows.length);
      const of = `${found} of ${grouped(table.count)} findings`;
      const groups = this.groups ? ` in ${grouped(this.groups.length)} groups` : "";
      const shown =
        length > rowsOfPage ? `, ${this.groups ? "lines" : "rows"} ${grouped(first + 1)} to ${grouped(end)}` : "";
      const so = this.isWaiting ? " so far" : "";
      this.count.textContent = `${of}${groups}${so}${shown}`;
      this.download.disabled = this.isWaiting || this.rows.length === 0;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.live.textContent = this.count.textContent;
      }, 400);
    }

    /* ---- Rows. */

    toggle(row) {
      const element = this.body.querySelector(`[data-row="${row}"]`);
      const isOpen = !this.opened.has(row);
      if (isOpen) {
        this.opened.add(row);
        element.after(this.maker.details(row, columns.length + 1));
      } else {
        this.opened.delete(row);
        this.body.querySelector(`[data-of="${row}"]`)?.remove();
      }
      element.querySelector(".tgl").setAttribute("aria-expanded", String(isOpen));
    }

    toggleGroup(group) {
      const name = this.maker.groupName(group, this.view.group);
      const { page } = this.view;
      this.change((view) => {
        view.page = page;
        if (!view.unfolded.delete(name)) view.unfolded.add(name);
      });
      const line = this.lines.findIndex(({ group: own }) => own?.begin === group.begin);
      const rows = this.body.querySelectorAll(".xg, [data-row]");
      rows[line]?.querySelector(".tgl").focus();
    }

    foldAll() {
      this.change((view) => {
        view.unfolded = new Set(view.unfolded.has("*") ? [] : ["*"]);
      });
    }

    /* ---- Keys; soReport.keys says which do what. */

    press(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const action = soReport.keyOf(event);
      if (!action) return;
      const done = this[action]();
      if (done !== false) event.preventDefault();
    }

    goNext() {
      return this.step(1);
    }

    goPrevious() {
      return this.step(-1);
    }

    /** Moves along the rows, and on to the next page or back to the one before. */
    step(way) {
      const stops = [...this.body.querySelectorAll(".go")];
      const line = document.activeElement.closest?.("tr");
      const own = line?.dataset.of ? line.previousElementSibling : line;
      const at = stops.findIndex((stop) => own?.contains(stop));
      const next = at < 0 ? 0 : at + way;
      if (next >= 0 && next < stops.length) {
        stops[next].focus();
        return true;
      }
      const page = this.view.page + way;
      if (page < 1 || page > this.pageCount) return true;
      this.change((view) => {
        view.page = page;
      });
      [...this.body.querySelectorAll(".go")].at(way > 0 ? 0 : -1)?.focus();
      return true;
    }

    pageNext() {
      if (this.view.page < this.pageCount) this.turn(this.view.page + 1, "Next");
    }

    pagePrevious() {
      if (this.view.page > 1) this.turn(this.view.page - 1, "Previous");
    }

    get row() {
      const line = document.activeElement.closest?.("[data-row], [data-of]");
      return line ? Number(line.dataset.row ?? line.dataset.of) : -1;
    }

    showDetails() {
      if (this.row < 0) return false;
      this.toggle(this.row);
      return true;
    }

    copyLink() {
      if (this.row < 0) return false;
      copy(`${location.href.split("#")[0]}#${table.id(this.row)}`, null);
      this.live.textContent = `The link to ${table.id(this.row)} is copied.`;
      return true;
    }

    /* ---- CSV. */

    save() {
      const file = new Blob(table.csv(this.rows), { type: "text/csv" });
      const link = make("a", { href: URL.createObjectURL(file), download: "findings-shown.csv" });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }
  }

  /** The part of the address that is a view; nothing where it names a finding. */
  function viewHash() {
    const hash = location.hash.slice(1);
    return hash.includes("=") ? hash : "";
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
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
})();
