/*
 * Search and filters of the explorer: which rows of a FindingTable have all words and, of each
 * filter that is set, one of its values. 100,000 rows take a few milliseconds: words are looked for
 * in the few texts of checks, accounts and regions, and in the names of all resources at once.
 */
(() => {
  "use strict";

  const { FindingTable, fold } = globalThis.soReport;

  /** Of how many words the rows are kept, because the next letter mostly changes only the last. */
  const keptWords = 24;

  /** What can be filtered by, and the column whose numbers have these values. */
  FindingTable.filters = [
    { key: "sev", label: "Severity", column: "severity" },
    { key: "state", label: "State", column: "state" },
    { key: "so", label: "Objective", column: "check" },
    { key: "account", label: "Account", column: "account" },
    { key: "region", label: "Region", column: "region" },
    { key: "check", label: "Check", column: "check" },
    { key: "service", label: "Service", column: "check" },
    { key: "standard", label: "Standard", column: "check" },
    { key: "source", label: "Source", column: "sources" },
    { key: "owner", label: "Owner", column: "account" },
  ];

  /** The words of a search text; what stands in quotation marks is one word. */
  FindingTable.words = (text) =>
    [...fold(text).matchAll(/"([^"]+)"?|[^\s"]+/g)]
      .map(([all, phrase]) => (phrase ?? all).trim().replace(/\s+/g, " "))
      .filter(Boolean);

  Object.assign(FindingTable.prototype, {
    /** The rows that fit, in their order. */
    rows({ words, filters }) {
      const rows = new Uint32Array(this.loaded);
      for (let row = 0; row < rows.length; row += 1) rows[row] = row;
      let count = rows.length;
      for (const [column, allowed] of this.tests(filters)) {
        count = this.keep(rows, count, column, allowed);
      }
      for (const word of words) count = this.keepMarked(rows, count, this.rowsWith(word));
      return rows.subarray(0, count);
    },

    /** Keeps the first `count` rows that a filter lets through, and says how many these are. */
    keep(rows, count, column, allowed) {
      let kept = 0;
      for (let at = 0; at < count; at += 1) {
        const row = rows[at];
        rows[kept] = row;
        kept += allowed[column[row]];
      }
      return kept;
    },

    keepMarked(rows, count, marks) {
      let kept = 0;
      for (let at = 0; at < count; at += 1) {
        const row = rows[at];
        rows[kept] = row;
        kept += marks[row];
      }
      return kept;
    },

    /** Columns, each with a 1 for the numbers that the filters let through. */
    tests(filters) {
      const allowed = {};
      for (const filter of FindingTable.filters) {
        const wanted = filters.get(filter.key);
        if (!wanted?.size) continue;
        const values = this.valuesOf(filter);
        const own = (allowed[filter.column] ??= new Uint8Array(values.length).fill(1));
        values.forEach((list, number) => {
          if (!list.some((value) => wanted.has(value))) own[number] = 0;
        });
      }
      return Object.entries(allowed).map(([column, own]) => [this[column], own]);
    },

    /** The values of a filter that each number of its column has. */
    valuesOf({ key }) {
      const { severities, states, checks, accounts, regions, sources } = this.shared;
      switch (key) {
        case "sev":
          return severities.map(([word]) => [word]);
        case "state":
          return states.map(([word]) => [word]);
        case "so":
          return checks.map(({ objectives }) => objectives ?? []);
        case "account":
          return accounts.map(([id]) => [id]);
        case "region":
          return regions.map((region) => [region]);
        case "check":
          return checks.map(({ id }) => [id]);
        case "service":
          return checks.map(({ service }) => [service]);
        case "standard":
          return checks.map(({ standards }) => standards ?? []);
        case "source":
          return Array.from({ length: 1 << sources.length }, (_, set) =>
            sources.filter((_, number) => set & (1 << number)));
        default:
          return accounts.map(([, , owner]) => [owner]);
      }
    },

    /** How many rows each value of a filter has among those that all else lets through. */
    countsOf(filter, { words, filters }) {
      const others = new Map(filters);
      others.delete(filter.key);
      const column = this[filter.column];
      const values = this.valuesOf(filter);
      const numbers = new Uint32Array(values.length);
      for (const row of this.rows({ words, filters: others })) numbers[column[row]] += 1;
      const counts = new Map();
      values.forEach((list, number) => {
        for (const value of list) counts.set(value, (counts.get(value) ?? 0) + numbers[number]);
      });
      return counts;
    },

    /* ---- Words. */

    /** For each row a 1 where the word stands in what the row is about. */
    rowsWith(word) {
      this.kept ??= new Map();
      const kept = this.kept.get(word) ?? { rows: new Uint8Array(this.count), upTo: 0 };
      // Those asked for last stand at the end.
      this.kept.delete(word);
      this.kept.set(word, kept);
      if (this.kept.size > keptWords) this.kept.delete(this.kept.keys().next().value);
      if (kept.upTo < this.loaded) this.find(word, kept.rows, kept.upTo);
      kept.upTo = this.loaded;
      return kept.rows;
    },

    find(word, rows, upTo) {
      const { check, account, region } = this;
      const [inChecks, inAccounts, inRegions] = this.sharedTexts().map((texts) => {
        const hits = new Uint8Array(texts.length);
        texts.forEach((text, number) => {
          hits[number] = Number(text.includes(word));
        });
        return hits;
      });
      for (let row = upTo; row < this.loaded; row += 1) {
        rows[row] = inChecks[check[row]] | inAccounts[account[row]] | inRegions[region[row]];
      }
      for (const [row, number] of this.exception) {
        if (fold(this.shared.exceptions[number][0]).includes(word)) rows[row] = 1;
      }
      const candidates = this.candidates(word);
      for (const part of this.parts) {
        if (part.start < upTo) continue;
        if (candidates) this.findAmong(candidates, word, part, rows);
        else this.findNames(word, part, rows);
        this.findIds(word, part, rows);
      }
    },

    /** The rows of a part of the word, where they are known and few: no others can have it. */
    candidates(word) {
      for (const [known, { rows, upTo }] of this.kept) {
        if (known === word || upTo < this.loaded || !word.includes(known)) continue;
        let count = 0;
        for (let row = 0; row < this.loaded; row += 1) count += rows[row];
        if (count * 3 < this.loaded) return rows;
      }
      return null;
    },

    findAmong(candidates, word, part, rows) {
      const { text, starts } = this.linesOf(part);
      for (let line = 0; line < part.count; line += 1) {
        const row = part.start + line;
        if (!candidates[row] || rows[row]) continue;
        if (text.slice(starts[line], starts[line + 1] - 1).includes(word)) rows[row] = 1;
      }
    },

    /** What is searched of each check, account and region. */
    sharedTexts() {
      const { checks, accounts, regions } = this.shared;
      this.searched ??= [
        checks.map(({ id, title, service }) => fold(`${id} ${title} ${service}`)),
        accounts.map(([id, name, owner]) => fold(`${id} ${name} ${owner}`)),
        regions.map(fold),
      ];
      return this.searched;
    },

    /** The names of a file's resources as one text, a line each, and where each line starts. */
    linesOf(part) {
      if (part.lines) return part.lines;
      const { names } = part.data;
      const whole = names.join("\n");
      // Folding can make other texts longer, and only they can have line ends in them.
      const isPlain = /^[\n\x20-\x7e]*$/.test(whole);
      const lines = isPlain ? names : names.map((name) => fold(name).replaceAll("\n", " "));
      const text = isPlain ? whole.toLowerCase() : lines.join("\n");
      const starts = new Uint32Array(lines.length + 1);
      lines.forEach((line, at) => {
        starts[at + 1] = starts[at] + line.length + 1;
      });
      part.lines = { text, starts };
      return part.lines;
    },

    findNames(word, part, rows) {
      const { text, starts } = this.linesOf(part);
      let line = 0;
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line])) {
        while (starts[line + 1] <= at) line += 1;
        rows[part.start + line] = 1;
        line += 1;
        if (line >= part.count) break;
      }
    },

    /** Findings by their short names: from the check on, or from four of the digits on. */
    findIds(word, part, rows) {
      const [, check, digits] = /^(?:(.+)-)?([0-9a-hjkmnp-tv-z]{1,10})$/.exec(word) ?? [];
      if (!digits || (!check && digits.length < 4)) return;
      const number = check ? this.shared.checks.findIndex(({ id }) => fold(id) === check) : -1;
      if (check && number < 0) return;
      const wanted = digits.toUpperCase();
      for (let at = 0; at < part.count; at += 1) {
        if (check && this.check[part.start + at] !== number) continue;
        if (part.data.ids.startsWith(wanted, 10 * at)) rows[part.start + at] = 1;
      }
    },
  });
})();
