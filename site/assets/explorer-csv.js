/*
 * Rows of the explorer as CSV (RFC 4180): the columns of findings.csv, encoded as that file is, and
 * behind them the numbers of the requirements that a check serves.
 */
(() => {
  "use strict";

  const { FindingTable } = globalThis.soReport;

  const columns = [
    "id", "state", "severity", "check", "title", "objectives", "account", "account_name", "region",
    "resource", "open_since", "last_seen", "sources", "exception", "standards", "remediation",
    "evidence", "requirements",
  ];

  /** Rows that are made into one piece of text. */
  const pieceLength = 2000;

  const ends = /[\t\v\f\r\u0085\u2028\u2029]/g;
  const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

  /** Text on one line with every character showing, as pages show it: U+202E for what turns text. */
  function visible(text) {
    if (/^[\x20-\x7e]*$/.test(text)) return text;
    return text.replaceAll(/\r?\n/g, " ").replaceAll(ends, " ").replaceAll(invisible, (sign) => {
      if (sign === "\ufe0e" || sign === "\ufe0f") return sign;
      return `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    });
  }

  /** Any text as a cell in which spreadsheets see text, never a formula. */
  function cell(text) {
    const shown = text.split(/\r?\n/).map(visible).join("\n");
    const safe = /^[=+\-@\t\r\n|%＝＋－＠]/u.test(text) ? `'${shown}` : shown;
    return /[,"\n\r';]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /** A moment in RFC 3339, UTC; nothing for none. */
  function moment(seconds) {
    return Number.isNaN(seconds) ? "" : `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  }

  Object.assign(FindingTable.prototype, {
    /** Rows in their order, as pieces of a file. */
    csv(rows) {
      const pieces = [`${columns.join(",")}\r\n`];
      for (let start = 0; start < rows.length; start += pieceLength) {
        const lines = Array.from(rows.subarray(start, start + pieceLength), (row) =>
          `${this.cells(row).map(cell).join(",")}\r\n`);
        pieces.push(lines.join(""));
      }
      return pieces;
    },

    cells(row) {
      const { shared } = this;
      const check = shared.checks[this.check[row]];
      const [account, name] = shared.accounts[this.account[row]];
      const number = this.exception.get(row);
      return [
        this.id(row), shared.states[this.state[row]][0], shared.severities[this.severity[row]][0],
        check.id, check.title, this.objectivesOf(check).map(([, label]) => label).join(" "),
        account, name, shared.regions[this.region[row]], this.name(row),
        moment(this.first[row]), moment(this.last[row]), this.sourceNames(row).join(" "),
        number === undefined ? "" : shared.exceptions[number][0],
        (check.standards ?? []).join("; "), check.remediation ?? "",
        this.evidence(row).join("; "), this.requirementsOf(check).join("; "),
      ];
    },

    /** The objectives that claim a check: id, label, title and page of each. */
    objectivesOf({ objectives }) {
      return this.shared.objectives.filter(([id]) => objectives?.includes(id));
    },

    /** The standards that hold a check, with the numbers of their requirements where they are known. */
    standardsOf({ standards, requirements }) {
      const numbers = new Map(requirements);
      return (standards ?? []).map((name) =>
        numbers.has(name) ? `${name} (${numbers.get(name).join(", ")})` : name);
    },

    /** The requirements that a check serves, a text for each standard: "CIS v5.0.0 1.13". */
    requirementsOf({ requirements }) {
      return (requirements ?? []).map(([standard, numbers]) =>
        `${standard} ${numbers.join(", ")}`);
    },
  });

  Object.assign(globalThis.soReport, { visible, moment });
})();
