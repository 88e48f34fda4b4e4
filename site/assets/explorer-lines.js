/*
 * What the explorer shows: finds the rows of the view, lays them out in pages of fifty lines, as
 * findings or as groups, and draws them.
 */
(() => {
  "use strict";

  const soReport = globalThis.soReport;
  const { ExplorerParts, columns, make, grouped } = soReport;

  const rowsOfPage = 50;

  class ExplorerLines extends ExplorerParts {
    run() {
      const { view } = this;
      let rows = this.table.rows(this.query);
      if (view.sort) rows = this.table.sorted(rows, view.sort, view.isDescending);
      const grouping = view.group ? this.table.groups(rows, view.group) : null;
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
      return !this.table.isComplete && !this.failure;
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
      columns.forEach(([key], number) => {
        const order = view.isDescending ? "descending" : "ascending";
        if (key === view.sort) this.headings[number].setAttribute("aria-sort", order);
        else this.headings[number].removeAttribute("aria-sort");
      });
      this.fold.hidden = !this.groups;
      this.fold.textContent = view.unfolded.has("*") ? "Fold all" : "Unfold all";
      this.tellCount();
    }

    /** Draws the rows, unless they are the same as before; the focus stays in its row. */
    drawRows() {
      const signature = this.signature();
      if (signature !== this.drawn) {
        const focused = this.body.contains(document.activeElement)
          ? document.activeElement.closest("[data-row]")?.dataset.row : undefined;
        this.body.replaceChildren(...this.rowElements());
        this.body.querySelector(`[data-row="${focused}"] .go`)?.focus({ preventScroll: true });
      }
      this.drawn = signature;
      for (const element of this.body.querySelectorAll(".hit")) element.classList.remove("hit");
      this.body.querySelector(`[data-row="${this.marked}"]`)?.classList.add("hit");
    }

    /** What is drawn, as a text. */
    signature() {
      const lines = this.lines.map(({ row, group }) => (group
        ? `${group.begin}:${group.count}:${group.open}:${this.isUnfolded(group)}`
        : `${row}${this.opened.has(row) ? "+" : ""}`));
      return [this.view.group, ...lines].join(" ");
    }

    rowElements() {
      const width = columns.length + 1;
      return this.lines.flatMap(({ row, group }) => {
        if (group) {
          return [this.maker.group(
            group, this.view.group, this.isUnfolded(group), width, () => this.toggleGroup(group))];
        }
        const isOpen = this.opened.has(row);
        const element = this.maker.finding(row, isOpen, (own) => this.toggle(own));
        return isOpen ? [element, this.maker.details(row, width)] : [element];
      });
    }

    /** Says what to do where nothing fits. */
    drawNone() {
      const { view } = this;
      const isEmpty = this.rows.length === 0;
      this.none.hidden = !isEmpty;
      this.grid.hidden = isEmpty;
      if (!isEmpty) return;
      const filters = new Map(view.filters);
      filters.delete("state");
      const others = view.filters.has("state")
        ? this.table.rows({ words: this.query.words, filters }).length : 0;
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

    /** "12 of 5,000 findings", with what it is the count of, and whether it can still change. */
    tellCount() {
      const [first, end, length] = this.span;
      const found = grouped(this.rows.length);
      const of = `${found} of ${grouped(this.table.count)} findings`;
      const groups = this.groups ? ` in ${grouped(this.groups.length)} groups` : "";
      const lines = `, ${this.groups ? "lines" : "rows"} ${grouped(first + 1)} to ${grouped(end)}`;
      const shown = length > rowsOfPage ? lines : "";
      const so = this.isWaiting ? " so far" : "";
      this.count.textContent = `${of}${groups}${so}${shown}`;
      this.download.disabled = this.isWaiting || this.rows.length === 0;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.live.textContent = this.count.textContent;
      }, 400);
    }
  }

  Object.assign(soReport, { ExplorerLines, rowsOfPage });
})();
