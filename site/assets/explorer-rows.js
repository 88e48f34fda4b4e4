/*
 * The rows of the explorer: findings and groups of them as rows of a real table, with what is known
 * of a finding below its row.
 */
(() => {
  "use strict";

  const { make, symbol, grouped, visible, moment, shortName } = globalThis.soReport;

  /** Characters of a resource's name that a row shows. */
  const nameLength = 120;

  const day = 86_400;

  /** The symbol and the class of a state that is not open. */
  const states = {
    unknown: ["dash", "none"], excepted: ["shield", "acc"], suppressed: ["shield", "acc"],
    passed: ["ok", "pass"],
  };

  class RowMaker {
    /** `act` are what rows can do: copy(text, button), filter(key, value), search(text). */
    constructor(table, act) {
      Object.assign(this, { table, act });
    }

    cell(name, properties, ...children) {
      const role = name === "th" ? "rowheader" : "cell";
      return make(name, { role, ...properties }, ...children);
    }

    /* ---- A finding. */

    finding(row, isOpen, toggle) {
      const { table } = this;
      const check = table.shared.checks[table.check[row]];
      const id = table.id(row);
      const button = make("button", {
        type: "button", class: "tgl", "aria-expanded": String(isOpen),
        "aria-label": `Details of ${id}`,
      });
      button.addEventListener("click", () => toggle(row));
      const element = make(
        "tr", { role: "row" },
        this.cell("td", { class: "co-toggle" }, button),
        this.cell("td", { class: "co-sev" }, this.severity(table.severity[row])),
        this.cell(
          "td", { class: "co-check" }, make("a", { href: check.link, class: "go" }, check.id),
          make("small", {}, check.title)),
        this.cell(
          "th", { scope: "row", class: "co-resource" }, this.shortName(table.name(row)),
          make("small", {}, id)),
        this.account(row),
        this.cell("td", { class: "co-region" }, this.region(row)),
        this.cell("td", { class: "co-state" }, ...this.state(row)),
        this.cell("td", { class: "co-since" }, ...this.since(row)));
      element.dataset.row = row;
      return element;
    }

    severity(number) {
      const [, title, style] = this.table.shared.severities[number];
      return make("span", { class: `sev ${style}` }, symbol(`s${number}`), title);
    }

    shortName(name) {
      const text = visible(shortName(name)) || "(no resource named)";
      const signs = [...text];
      return signs.length > nameLength ? `${signs.slice(0, nameLength).join("")}…` : text;
    }

    account(row) {
      const [id, name, , link] = this.table.shared.accounts[this.table.account[row]];
      const text = visible(name || id) || "no account named";
      const shown = link ? make("a", { href: link }, text) : text;
      const cell = this.cell("td", { class: "co-account" }, shown);
      if (name && name !== id) cell.append(make("small", { class: "mono" }, id));
      return cell;
    }

    region(row) {
      return visible(this.table.shared.regions[this.table.region[row]]) || "no region named";
    }

    state(row) {
      const { table } = this;
      const [word, title] = table.shared.states[table.state[row]];
      const severity = table.severity[row];
      const [, , style] = table.shared.severities[severity];
      const [shape, kind] = states[word] ?? [severity >= 3 ? "oct" : "tri", style];
      const shown = [make("span", { class: `st ${kind}` }, symbol(shape, "g"), title)];
      if (table.disputed.has(row)) {
        shown.push(" ", make("span", { class: "tag warn" }, "sources disagree"));
      }
      const exception = table.shared.exceptions[table.exception.get(row)];
      if (exception) shown.push(" ", make("a", { href: exception[1] }, visible(exception[0])));
      return shown;
    }

    /** The day since which it is open, and how many days that are. */
    since(row) {
      const { first, state, passed, shared } = this.table;
      if (state[row] === passed || Number.isNaN(first[row])) return ["–"];
      const days = Math.max(0, Math.trunc((shared.asOf - first[row]) / day));
      return [
        make("time", { dateTime: moment(first[row]) }, moment(first[row]).slice(0, 10)),
        make("small", {}, `${grouped(days)} d`),
      ];
    }

    /* ---- Details. */

    details(row, columns) {
      const cell = this.cell(
        "td", { colspan: columns }, make("dl", { class: "facts" }, ...this.facts(row)),
        this.actions(row));
      const element = make("tr", { role: "row", class: "xd" }, cell);
      element.dataset.of = row;
      return element;
    }

    facts(row) {
      const { table } = this;
      const check = table.shared.checks[table.check[row]];
      const owner = table.shared.accounts[table.account[row]][2];
      const name = visible(table.name(row)) || "(no resource named)";
      const facts = [
        ["Resource", [make("code", {}, name)], "wide"],
        ["Check", [make("a", { href: check.link }, check.id), ` ${check.title}`], "wide"],
        ["Objectives", this.links(table.objectivesOf(check)
          .map(([, label, title, link]) => [`${label} ${title}`, link]))],
        ["Standards", [table.standardsOf(check).join("; ")], "wide"],
        ["First seen (UTC)", [time(table.first[row])]],
        ["Last seen (UTC)", [time(table.last[row])]],
        ["Sources", [table.sourceNames(row).join(", ")]],
        ["Owner of the account", [visible(owner)]],
        ["Evidence: file and record", [visible(table.evidence(row).join("; "))], "wide"],
        ["Remediation", check.isSafe
          ? [make("a", { href: check.remediation, rel: "noreferrer" }, check.remediation)]
          : [check.remediation ?? ""], "wide"],
        ["Note of its source", [visible(table.notes.get(row) ?? "")], "wide"],
        ["Id", [this.apart(row)], "wide"],
      ];
      return facts.filter(([, value]) => value.some(Boolean)).map(([label, value, style = ""]) =>
        make("div", { class: style }, make("dt", {}, label), make("dd", {}, ...value)));
    }

    apart(row) {
      const source = this.table.shared.sources[this.table.apart.get(row)];
      if (!source) return "";
      return `An id of ${source}’s own, not merged with what other sources say.`;
    }

    links(list) {
      return list.flatMap(([text, link], at) =>
        [...(at > 0 ? [", "] : []), make("a", { href: link }, text)]);
    }

    actions(row) {
      const { table, act } = this;
      const id = table.id(row);
      const address = `${location.href.split("#")[0]}#${id}`;
      const button = (text, action) => {
        const own = make("button", { type: "button", class: "btn" }, text);
        own.addEventListener("click", () => action(own));
        return own;
      };
      const name = table.name(row);
      const check = table.shared.checks[table.check[row]].id;
      const account = table.shared.accounts[table.account[row]][0];
      return make(
        "div", { class: "acts" },
        button("Copy link to this finding", (own) => act.copy(address, own)),
        ...(name ? [button("Copy resource name", (own) => act.copy(name, own))] : []),
        button(`Only ${check}`, () => act.filter("check", check)),
        button("Only this account", () => act.filter("account", account)),
        ...(name ? [button("Only this resource", () => act.search(name))] : []));
    }

    /* ---- A group. */

    group(group, by, isOpen, columns, toggle) {
      const button = make("button", {
        type: "button", class: "tgl go", "aria-expanded": String(isOpen),
        "aria-label": `${isOpen ? "Fold" : "Unfold"} ${this.groupName(group, by)}`,
      });
      button.addEventListener("click", toggle);
      const others = group.count - group.open;
      const counts = [
        ...(group.open > 0 ? [`${grouped(group.open)} open`] : []),
        ...(others > 0 ? [`${grouped(others)} ${group.open > 0 ? "other" : "not open"}`] : []),
      ];
      const cell = this.cell(
        "th", { scope: "rowgroup", colspan: columns - 2 },
        ...this.groupTitle(group, by), make("small", { class: "ct" }, counts.join(", ")));
      return make(
        "tr", { role: "row", class: "xg" }, this.cell("td", { class: "co-toggle" }, button),
        this.cell("td", { class: "co-sev" }, this.severity(this.table.severity[group.begin])), cell);
    }

    /** What stands for a group in addresses, and in the name of its button. */
    groupName(group, by) {
      const { shared, check, account } = this.table;
      if (by === "check") return shared.checks[check[group.begin]].id;
      if (by === "account") return shared.accounts[account[group.begin]][0];
      return this.table.name(group.begin);
    }

    groupTitle(group, by) {
      const { table } = this;
      if (by === "check") {
        const check = table.shared.checks[table.check[group.begin]];
        return [make("a", { href: check.link }, check.id), ` ${check.title}`];
      }
      if (by === "account") return [...this.account(group.begin).childNodes];
      const name = visible(table.name(group.begin)) || "(no resource named)";
      return [make("span", { class: "mono" }, name)];
    }
  }

  function time(seconds) {
    const text = moment(seconds);
    if (!text) return "not known";
    return make("time", { dateTime: text }, text.replace("T", " ").replace("Z", ""));
  }

  globalThis.soReport.RowMaker = RowMaker;
})();
