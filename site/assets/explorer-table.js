/*
 * All findings as columns of numbers, for the explorer of findings.html: what data/findings.js and
 * data/findings-1.js, -2.js and so on hand over. docs/findings-explorer.md has their format.
 *
 * A row is the position of a finding in the list of all findings, from 0: open ones first, worst
 * first. Files come one after another in that order: rows below `loaded` are there.
 */
(() => {
  "use strict";

  const soReport = (globalThis.soReport ??= {});

  /** Lower case, with letters and their marks in one form: "Ä" is found by "ä". */
  function fold(text) {
    const lower = text.toLowerCase();
    return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFC").toLowerCase();
  }

  /** What an ARN says behind its account; any other name as it is. */
  function shortName(name) {
    const [head] = /^arn:(?:[^:]*:){4}/i.exec(name) ?? [""];
    return head.length < name.length ? name.slice(head.length) : name;
  }

  class FindingTable {
    constructor(shared) {
      const count = shared.findings;
      Object.assign(this, { shared, count, loaded: 0, parts: [] });
      // Numbers of what `shared` lists.
      this.state = new Uint8Array(count);
      this.severity = new Uint8Array(count);
      this.check = new Uint16Array(count);
      this.account = new Uint32Array(count);
      this.region = new Uint16Array(count);
      /** A bit for each source that has a witness. */
      this.sources = new Uint8Array(count);
      /** Seconds since 1970; not a number where there is none. */
      this.first = new Float64Array(count);
      this.last = new Float64Array(count);
      // What only some rows have.
      this.exception = new Map();
      this.apart = new Map();
      this.notes = new Map();
      this.disputed = new Set();
      /** Numbers of states, worst first, and the place of each among them. */
      this.states = ["open", "unknown", "excepted", "suppressed", "passed"]
        .map((word) => shared.states.findIndex((state) => state[0] === word));
      this.statePlaces = shared.states.map((_, number) => this.states.indexOf(number));
      [this.open] = this.states;
      this.passed = this.states.at(-1);
    }

    get isComplete() {
      return this.loaded === this.count;
    }

    /** Takes the findings of the next file. */
    add(data) {
      const start = this.loaded;
      const count = data.records.length;
      this.addRuns(data, start);
      this.addTimes(data, start, count);
      for (let at = 0; at < count; at += 1) {
        this.sources[start + at] = Number.parseInt(data.sources[at], 16);
      }
      const pairs = (list, into) => {
        for (let at = 0; at < list.length; at += 2) into.set(start + list[at], list[at + 1]);
      };
      pairs(data.exceptions, this.exception);
      pairs(data.apart, this.apart);
      pairs(data.notes, this.notes);
      for (const at of data.disputed) this.disputed.add(start + at);
      this.parts.push({ start, count, data, ...this.evidenceOf(data, count) });
      this.loaded += count;
    }

    /** Rows of one check, state, account and region follow each other: they are told once. */
    addRuns({ runs, names }, start) {
      let row = start;
      for (const [length, state, severity, check, account, region, prefix] of runs) {
        const end = row + length;
        this.state.fill(state, row, end);
        this.severity.fill(severity, row, end);
        this.check.fill(check, row, end);
        this.account.fill(account, row, end);
        this.region.fill(region, row, end);
        for (; row < end; row += 1) names[row - start] = prefix + names[row - start];
      }
    }

    addTimes({ first, last }, start, count) {
      const { asOf } = this.shared;
      for (let at = 0; at < count; at += 1) {
        const base = first[at] === null ? asOf : asOf - first[at];
        this.first[start + at] = first[at] === null ? NaN : base;
        this.last[start + at] = last[at] === null ? NaN : base + last[at];
      }
    }

    /** For each row the number of its evidence file, and of some rows further witnesses. */
    evidenceOf({ file, witnesses }, count) {
      const files = new Uint32Array(count);
      for (let next = 0; next < file.length; next += 2) files.fill(file[next + 1], file[next]);
      return { files, witnesses: new Map(witnesses.map(([at, ...list]) => [at, list])) };
    }

    /** The file in which a row came. */
    partOf(row) {
      return this.parts.findLast((part) => part.start <= row);
    }

    /** The whole name of the resource. */
    name(row) {
      const { start, data } = this.partOf(row);
      return data.names[row - start];
    }

    /** The short name by which a finding is cited, such as IAM.3-4T9W0K2M7C. */
    id(row) {
      const { start, data } = this.partOf(row);
      const at = 10 * (row - start);
      return `${this.shared.checks[this.check[row]].id}-${data.ids.slice(at, at + 10)}`;
    }

    /** The row of that name; -1 where there is none, or none yet. */
    rowOf(id) {
      const [, check, digits] = /^(.+)-([0-9A-HJKMNP-TV-Z]{10})$/i.exec(id) ?? [];
      if (!digits) return -1;
      const wanted = digits.toUpperCase();
      const number = this.shared.checks.findIndex((own) => fold(own.id) === fold(check));
      for (const { start, data } of this.parts) {
        for (let at = data.ids.indexOf(wanted); at >= 0; at = data.ids.indexOf(wanted, at + 1)) {
          if (at % 10 === 0 && this.check[start + at / 10] === number) return start + at / 10;
        }
      }
      return -1;
    }

    /** Evidence file and number in it of each witness, the deciding one first: "file.json#12". */
    evidence(row) {
      const { start, data, files, witnesses } = this.partOf(row);
      const at = row - start;
      const records = [`${data.files[files[at]]}#${data.records[at]}`];
      const others = witnesses.get(at) ?? [];
      for (let next = 0; next < others.length; next += 2) {
        records.push(`${data.files[others[next]]}#${others[next + 1]}`);
      }
      return records;
    }

    /** The names of the sources that have a witness. */
    sourceNames(row) {
      return this.shared.sources.filter((_, number) => this.sources[row] & (1 << number));
    }

    /** What stands for an account: its name, or its number. */
    accountName(number) {
      const [id, name] = this.shared.accounts[number];
      return name || id || "no account named";
    }
  }

  Object.assign(soReport, { FindingTable, fold, shortName });
})();
