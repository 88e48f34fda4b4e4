/*
 * Sorting and grouping of the explorer. Every column has ranks, small numbers made once, so that
 * any 100,000 rows are sorted as numbers.
 */
(() => {
  "use strict";

  const { FindingTable, shortName } = globalThis.soReport;
  const collator = new Intl.Collator("en", { numeric: true });
  /** Above every rank; ranks times rows stay whole numbers below 2 ** 53. */
  const top = 2 ** 31;

  /** For each number of a list its place in the order of the names. */
  function placesBy(names) {
    const order = names.map((_, number) => number);
    order.sort((one, other) => collator.compare(names[one], names[other]));
    const places = new Uint32Array(names.length);
    order.forEach((number, place) => {
      places[number] = place;
    });
    return places;
  }

  /** Two sorted lists of rows with their keys as one. */
  function merged(one, other) {
    const count = one.rows.length + other.rows.length;
    const [keys, rows] = [new Array(count), new Uint32Array(count)];
    for (let at = 0, first = 0, second = 0; at < count; at += 1) {
      const isFirst =
        second >= other.rows.length
        || (first < one.rows.length && one.keys[first] <= other.keys[second]);
      const list = isFirst ? one : other;
      const next = isFirst ? first++ : second++;
      keys[at] = list.keys[next];
      rows[at] = list.rows[next];
    }
    return { keys, rows };
  }

  Object.assign(FindingTable.prototype, {
    /** Rows in the order of a column; those of the same rank stay in the order that they have. */
    sorted(rows, column, isDescending) {
      const rank = this.rankOf(column);
      const keys = new Float64Array(rows.length);
      for (let at = 0; at < rows.length; at += 1) {
        const own = rank(rows[at]);
        // What has no rank comes last either way.
        const place = own < 0 ? top : isDescending ? top - 1 - own : own;
        keys[at] = place * rows.length + at;
      }
      keys.sort();
      const sorted = new Uint32Array(rows.length);
      for (let at = 0; at < rows.length; at += 1) sorted[at] = rows[keys[at] % rows.length];
      return sorted;
    },

    /** The rank of a row in a column: 0 and up, or -1 where the row has nothing there. */
    rankOf(column) {
      const { shared, severity, statePlaces, state, check, account, region } = this;
      this.places ??= {
        check: placesBy(shared.checks.map(({ id }) => id)),
        account: placesBy(shared.accounts.map((_, number) => this.accountName(number))),
        region: placesBy(shared.regions),
      };
      const { places } = this;
      switch (column) {
        case "sev":
          return (row) => severity[row];
        case "state":
          return (row) => statePlaces[state[row]];
        case "check":
          return (row) => places.check[check[row]];
        case "account":
          return (row) => places.account[account[row]];
        case "region":
          return (row) => places.region[region[row]];
        case "resource": {
          const resources = this.resources();
          return (row) => resources[row];
        }
        default:
          return this.sinceRank();
      }
    },

    /** By the second; what passes has not been open. */
    sinceRank() {
      let [least, most] = [Infinity, -Infinity];
      for (let row = 0; row < this.loaded; row += 1) {
        if (this.first[row] < least) least = this.first[row];
        if (this.first[row] > most) most = this.first[row];
      }
      const unit = Math.max(1, (most - least) / (top - 2));
      return (row) => {
        const first = this.first[row];
        if (this.state[row] === this.passed || Number.isNaN(first)) return -1;
        return Math.floor((first - least) / unit);
      };
    },

    /** A number for the resource of each row, in the order of their short names. */
    resources() {
      if (this.resourceRanks?.upTo === this.loaded) return this.resourceRanks.ranks;
      let lists = this.parts.map((part) => this.sortedPart(part));
      while (lists.length > 1) {
        const [one, other, ...rest] = lists;
        lists = [...rest, merged(one, other)];
      }
      const [{ keys, rows }] = lists;
      const ranks = new Uint32Array(this.count);
      let rank = 0;
      for (let at = 0; at < rows.length; at += 1) {
        if (at > 0 && keys[at] !== keys[at - 1]) rank += 1;
        ranks[rows[at]] = rank;
      }
      this.resourceRanks = { ranks, upTo: this.loaded };
      return ranks;
    },

    /** The rows of a file in the order of their resources' short names, then of the whole ones. */
    sortedPart(part) {
      if (part.sorted) return part.sorted;
      const { text, starts } = this.linesOf(part);
      const keys = Array.from({ length: part.count }, (_, at) => {
        const name = text.slice(starts[at], starts[at + 1] - 1);
        return `${shortName(name)}\n${name}`;
      });
      const order = keys.map((_, at) => at);
      order.sort((one, other) => (keys[one] < keys[other] ? -1 : Number(keys[one] > keys[other])));
      part.sorted = {
        keys: order.map((at) => keys[at]),
        rows: Uint32Array.from(order, (at) => part.start + at),
      };
      return part.sorted;
    },

    /**
     * Rows by check, account or resource: `rows` with those of a group together, in the order that
     * they have, and `groups`, each with where it starts in them.
     *
     * The group with the worst finding comes first; of several the one with most findings as bad,
     * then the one that begins first in the list of all.
     */
    groups(rows, by) {
      const column = by === "resource" ? this.resources() : this[by];
      const size = by === "resource" ? this.count : this.shared[`${by}s`].length;
      const tally = this.tally(rows, column, size);
      const used = [];
      for (let key = 0; key < size; key += 1) if (tally.count[key]) used.push(key);
      const n = this.count + 1;
      const keys = Float64Array.from(used, (key) =>
        (tally.worst[key] * n + n - tally.alike[key]) * n + tally.begin[key]);
      keys.sort();
      const next = new Uint32Array(size);
      let start = 0;
      const groups = Array.from(keys, (own) => {
        const begin = own % n;
        const key = column[begin];
        next[key] = start;
        start += tally.count[key];
        return { begin, start: next[key], count: tally.count[key], open: tally.open[key] };
      });
      const sorted = new Uint32Array(rows.length);
      for (const row of rows) {
        sorted[next[column[row]]] = row;
        next[column[row]] += 1;
      }
      return { groups, rows: sorted };
    },

    /** For each number of a column: rows, open ones, the worst, those as bad, and the first row. */
    tally(rows, column, size) {
      const { state, severity, statePlaces, open } = this;
      const severities = this.shared.severities.length;
      const tally = {
        count: new Uint32Array(size), open: new Uint32Array(size), alike: new Uint32Array(size),
        worst: new Uint8Array(size).fill(255), begin: new Uint32Array(size).fill(this.count),
      };
      for (const row of rows) {
        const key = column[row];
        const own = statePlaces[state[row]] * severities + severities - 1 - severity[row];
        tally.count[key] += 1;
        if (state[row] === open) tally.open[key] += 1;
        if (own < tally.worst[key]) {
          tally.worst[key] = own;
          tally.alike[key] = 0;
        }
        if (own === tally.worst[key]) tally.alike[key] += 1;
        if (row < tally.begin[key]) tally.begin[key] = row;
      }
      return tally;
    },
  });
})();
