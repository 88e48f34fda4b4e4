/*
 * What a reader does with the explorer: changes the view, whose state is the address, moves along
 * rows and pages, opens rows and groups, and downloads.
 */
(() => {
  "use strict";

  const soReport = globalThis.soReport;
  const { ExplorerLines, FindingTable, columns, rowsOfPage, make, copy, firstView } = soReport;
  const { viewOf, hashOf } = soReport;

  /** Milliseconds without a letter after which the address takes what was typed. */
  const typingPause = 250;

  class Explorer extends ExplorerLines {
    constructor(table, place) {
      super(table, place);
      /** Rows of which the details are shown. */
      this.opened = new Set();
      /** The row that the address names, and the id of one that is not there yet. */
      this.marked = -1;
      this.wanted = "";
      this.arrive();
      addEventListener("hashchange", () => this.arrive());
      addEventListener("pagehide", () => this.endTyping());
    }

    get query() {
      return { words: FindingTable.words(this.view.text), filters: this.view.filters };
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

    /** Shows the findings of one resource, in all states. */
    named(name) {
      this.change((view) => {
        Object.assign(view, firstView(), { text: `"${name}"`, filters: new Map() });
      });
    }

    /** Shows the findings of one check or account, in the states that are chosen. */
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

    /* ---- The address. */

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
      const hash = this.marked < 0 ? hashOf(this.view) : this.table.id(this.marked);
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
      soReport.tell();
    }

    /** Shows the finding that the address names, among all; false where it is not there yet. */
    find() {
      const row = this.wanted ? this.table.rowOf(this.wanted) : -1;
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

    /* ---- Pages and rows. */

    turn(page, label) {
      this.change((view) => {
        view.page = page;
      });
      this.grid.scrollIntoView({ block: "start" });
      const buttons = [...this.pager.querySelectorAll("button")];
      const same = buttons.find((own) => own.textContent === label && !own.disabled);
      (same ?? buttons.find((own) => !own.disabled))?.focus({ preventScroll: true });
    }

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
      this.drawn = this.signature();
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
      copy(`${location.href.split("#")[0]}#${this.table.id(this.row)}`, null);
      this.live.textContent = `The link to ${this.table.id(this.row)} is copied.`;
      return true;
    }

    /* ---- CSV. */

    save() {
      const file = new Blob(this.table.csv(this.rows), { type: "text/csv" });
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

  soReport.Explorer = Explorer;
})();
