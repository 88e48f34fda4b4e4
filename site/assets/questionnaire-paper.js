/*
 * The questionnaire on paper. While answers are filled in, print shows each as boxes, text and lines
 * to sign on instead of fields, which paper would cut; a blank form has nothing but lines.
 */
(() => {
  "use strict";

  const answers = window.SO_REPORT_ANSWERS;
  const forms = window.SO_REPORT_FORMS;
  if (!answers || !forms) return;

  const { make, icon, mine, names } = forms;
  const { data } = answers;
  const root = document.documentElement;

  const box = (isTicked, text) => make("li", {}, icon(isTicked ? "boxon" : "box"), make("span", {}, text));

  /** A text of a person, or lines to write on. */
  function written(label, text, lines) {
    const empty = Array.from({ length: lines }, () => make("div", { class: "rule" }));
    return make("div", { class: "written" }, make("b", {}, label),
      ...(text ? [make("p", {}, text)] : empty));
  }

  const signed = (label, text) => make("div", {}, make("span", {}, text), make("small", {}, label));

  function accountBoxes() {
    if (data.accounts.length < 2) return null;
    if (data.accounts.length > 12) return written("Accounts", "", 1);
    return make("ul", { class: "ch inline" }, box(false, "All accounts"),
      ...data.accounts.map((account) => box(false, account.name)));
  }

  /** One answer; without a form nothing is filled in. */
  function sheet(question, form) {
    const places = form && answers.placesOf(form);
    const known = new Set(question.choices.map((choice) => choice.id));
    const others = (form?.choices ?? []).filter((id) => !known.has(id));
    return make("div", { class: "qb" },
      !form ? accountBoxes() : data.accounts.length > 1
        ? make("p", {}, make("b", {}, form.accounts ? `Answer for ${names(places)}` : "Answer for all accounts"))
        : null,
      make("ul", { class: "ch" },
        ...question.choices.map((choice) =>
          box(form?.isApplicable && form.choices.includes(choice.id), choice.title)),
        ...others.map((id) => box(true, id)),
        box(form && !form.isApplicable, "Does not apply here (say why below)")),
      written("Note", form?.note, 4), written("Evidence", form?.attachments.join("\n"), 1),
      make("div", { class: "signed" }, signed("Name", form?.author), signed("Date (UTC)", form?.date),
        signed("Valid until", form?.validUntil), signed("Signature")));
  }

  addEventListener("beforeprint", () => {
    const isBlank = root.classList.contains("blank");
    if (!isBlank && !root.classList.contains("filling")) return;
    for (const { question, element } of mine) {
      const own = isBlank ? [null] : answers.forms(question);
      const first = element.querySelector(":scope > .qa");
      for (const form of own) element.insertBefore(sheet(question, form), first);
    }
  });

  addEventListener("afterprint", () => {
    for (const sheet of document.querySelectorAll(".qb")) sheet.remove();
  });
})();
