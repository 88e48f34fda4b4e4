/*
 * The explorer of findings.html takes the place of the static pages of the list when
 * data/findings.js and the first file of findings are there, and loads the others, one after
 * another. Without them the static list stays, and a line says so.
 */
(() => {
  "use strict";

  const soReport = globalThis.soReport;
  const { Explorer, FindingTable, grouped } = soReport;

  const place = document.getElementById("explorer");
  const progress = document.getElementById("explorer-state");
  const pages = document.getElementById("pages");
  if (!place || !progress || !pages) return;

  let explorer = null;
  let table = null;

  /** Called by the files: 0 is what findings share, the others follow from 1. */
  soReport.findings = (number, data) => {
    if (number === 0) {
      table = new FindingTable(data);
      return;
    }
    if (!table || number !== table.parts.length + 1) return;
    table.add(data);
    if (explorer) explorer.grow();
    else begin();
    if (!table.isComplete) load(number + 1);
    prepare(table.parts.at(-1));
    tell();
  };

  function begin() {
    place.hidden = false;
    explorer = new Explorer(table, place);
    pages.hidden = true;
  }

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
      explorer.failure = text;
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
    if (explorer?.failure) {
      progress.textContent =
        `${loaded}; ${explorer.failure} cannot be loaded. Search and filters know only these; the list `
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

  soReport.tell = tell;
  document.addEventListener("DOMContentLoaded", tell);
})();
