/*
 * A button on each ticket of the plan that copies its text. Without script the text stands in its
 * details; where the browser gives no clipboard, the text is opened and selected.
 */
(() => {
  "use strict";

  /** Opens the details, selects the text, and copies it the old way; false where nothing is copied. */
  function copySelected(details, text) {
    details.open = true;
    const range = document.createRange();
    range.selectNodeContents(text);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    text.focus();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }

  async function copy(details, text) {
    try {
      await navigator.clipboard.writeText(text.textContent);
      return true;
    } catch {
      return copySelected(details, text);
    }
  }

  for (const ticket of document.querySelectorAll(".ticket")) {
    const details = ticket.querySelector("details");
    const text = ticket.querySelector("pre");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = "Copy ticket text";
    button.append(details.querySelector(".vh").cloneNode(true));
    const said = document.createElement("span");
    said.className = "small muted";
    said.setAttribute("role", "status");
    ticket.prepend(button, said);
    button.addEventListener("click", async () => {
      said.textContent = "";
      const isCopied = await copy(details, text);
      said.textContent = isCopied ? "Copied." : "The text is selected: press Ctrl+C or ⌘C.";
    });
  }
})();
