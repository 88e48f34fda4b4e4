/*
 * The questionnaire as a form: "Fill in answers" puts fields in the place of what the page tells of
 * each answer. What the fields hold goes to answers.js, which knows what it comes to, keeps a draft
 * and makes the file. Text and attributes only, as require-trusted-types-for 'script' demands.
 */
(() => {
  "use strict";

  const answers = window.SO_REPORT_ANSWERS;
  const lede = document.querySelector("main .lede");
  if (!answers || !lede) return;

  const { data } = answers;
  const root = document.documentElement;
  /** The questions of this page, with their elements. */
  const mine = data.questions
    .map((question) => ({ question, element: document.getElementById(question.anchor) }))
    .filter(({ element }) => element?.classList.contains("q"));

  /* ---- Elements. */

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `#${name}`);
    svg.setAttribute("class", "g");
    svg.setAttribute("aria-hidden", "true");
    svg.append(use);
    return svg;
  }

  const button = (text, action, style = "btn") => {
    const element = make("button", { type: "button", class: style }, text);
    element.addEventListener("click", action);
    return element;
  };

  /** Makes `element` a status: a shape and a word. */
  function show(element, result) {
    const name = result.verdict === "answered" ? result.risk ?? "none" : result.verdict;
    const [word, style, symbol] = data.statuses[name];
    if (element.textContent === word) return;
    element.className = `st ${style}`;
    element.replaceChildren(icon(symbol), word);
  }

  const list = (texts) => (texts.length < 2
    ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`);

  /** The names of accounts; of many the first, and how many more there are. */
  function names(places) {
    const shown = places.slice(0, 6).map((place) => data.accounts[place]?.name);
    return list(places.length > 6 ? [...shown, `${places.length - 6} more`] : shown);
  }

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  let lastId = 0;
  /** A label above its field. */
  function labelled(label, field, style) {
    lastId += 1;
    field.id = `fill-${lastId}`;
    return make("div", { class: style }, make("label", { for: field.id }, label), field);
  }

  const checkbox = (text, style) => {
    const input = make("input", { type: "checkbox" });
    const label = make("label", { class: style }, input, make("span", {}, text));
    return { input, label, text: label.lastChild };
  };

  /* ---- One answer. */

  class AnswerForm {
    constructor(question, form) {
      this.question = question;
      this.form = form;
      this.title = make("span");
      this.status = make("span", { role: "status" });
      this.problems = make("ul", { class: "qp" });
      this.choices = question.choices.map((choice) => this.choice(choice.id, choice.title));
      for (const id of form.choices) {
        if (!question.choices.some((choice) => choice.id === id)) {
          this.choices.push(this.choice(id, `${id} (not a choice of this version of the lens)`));
        }
      }
      this.without = checkbox("Does not apply here", "ck na");
      this.without.input.addEventListener("change", () => this.edit(() => {
        form.isApplicable = !this.without.input.checked;
      }));
      this.fields = {
        note: make("textarea", { rows: 3, maxlength: 60000 }),
        attachments: make("textarea", { rows: 2 }),
        author: make("input", { type: "text", autocomplete: "off" }),
        date: make("input", { type: "date", max: "9999-12-31" }),
        validUntil: make("input", { type: "date", max: "9999-12-31" }),
      };
      this.listen();
      this.confirm = button("Still true: confirm", () => {
        this.edit(() => this.stamp(true));
        if (answers.isChanged(question, form)) return;
        notice("", "The answer has this name and day already. Give your own above.").focus();
      });
      this.remove = button("Remove answer", () => {
        answers.removeForm(question, form);
        rebuild(question);
        changed();
      });
      this.accounts = data.accounts.length > 1 ? new AccountChoice(this) : null;
      this.element = this.layout();
    }

    choice(id, title) {
      const box = checkbox(title, "ck");
      box.tag = make("span", { class: "tag warn", hidden: true });
      box.label.lastChild.append(" ", box.tag);
      box.input.addEventListener("change", () => this.edit(() => {
        answers.choose(this.question, this.form, id, box.input.checked);
      }));
      return { id, ...box };
    }

    listen() {
      for (const [name, field] of Object.entries(this.fields)) {
        field.addEventListener("input", () => this.edit(() => {
          this.form[name] = name === "attachments"
            ? field.value.split("\n").map((line) => line.trim()).filter(Boolean) : field.value;
        }, name));
      }
    }

    layout() {
      const { note, attachments, author, date, validUntil } = this.fields;
      const noteField = labelled("Note", note);
      this.noteLabel = noteField.firstChild;
      const workload = answers.originalOf(this.question, this.form)?.workload;
      return make("fieldset", { class: "qf" },
        make("legend", {}, this.title, " ", this.status),
        make("div", { class: "qa" },
          make("div", {}, ...this.choices.map((box) => box.label), this.without.label),
          make("div", { class: "qn" }, noteField,
            labelled("Evidence: file names, ticket numbers, one a line", attachments))),
        make("div", { class: "qm" }, labelled("Answered by", author),
          labelled("Date (UTC)", date), labelled("Valid until", validUntil),
          this.accounts?.element),
        this.problems,
        workload ? make("p", { class: "small muted" },
          `Taken from the Well-Architected Tool, workload ${workload}. What is changed here `
          + "counts in so-report and changes nothing there.") : null,
        make("p", { class: "qx" }, this.confirm, " ", this.remove));
    }

    /** Takes a change over from a field, and says all that follows from it. */
    edit(change, field) {
      const isFirst = !answers.isChanged(this.question, this.form);
      change();
      const isStamped = ["author", "date", "validUntil"].includes(field);
      if (isFirst && !isStamped && answers.isChanged(this.question, this.form)) this.stamp(false);
      const original = answers.originalOf(this.question, this.form);
      this.form.entered = answers.isChanged(this.question, this.form)
        ? answers.now() : original?.entered ?? null;
      refresh(this.question);
      changed();
    }

    /** The person and the day of the page become those of the answer. */
    stamp(isConfirmed) {
      const { form } = this;
      const isNew = !answers.originalOf(this.question, form);
      if (author.value.trim() && (!isNew || !form.author)) form.author = author.value.trim();
      if (date.value && (!isNew || !form.date || isConfirmed)) form.date = date.value;
      if (form.validUntil && form.validUntil < form.date) form.validUntil = "";
    }

    refresh() {
      const { form, question } = this;
      const result = answers.resultOfForm(question, form);
      show(this.status, result);
      const places = answers.placesOf(form);
      this.title.textContent = !this.accounts ? "Answer"
        : form.accounts === null ? "Answer for all accounts"
        : places.length ? `Answer for ${names(places)}` : "Answer for no account";
      for (const box of this.choices) this.refreshChoice(box, result.against);
      this.without.input.checked = !form.isApplicable;
      this.noteLabel.textContent = form.isApplicable ? "Note" : "Why it does not apply (required)";
      for (const [name, field] of Object.entries(this.fields)) {
        const value = name === "attachments" ? form.attachments.join("\n") : form[name];
        // The field that is typed into keeps its blanks.
        if (field !== document.activeElement && field.value !== value) field.value = value;
        field.required = name === "date" || name === "note" && !form.isApplicable;
      }
      this.accounts?.refresh();
      this.refreshProblems();
      const original = answers.originalOf(question, form);
      this.confirm.hidden = !original?.choices.length && original?.applicable !== false
        || answers.isChanged(question, form);
      this.remove.hidden = !original && answers.forms(question).length === 1
        && !answers.isChanged(question, form);
    }

    refreshChoice(box, against) {
      box.input.checked = this.form.choices.includes(box.id);
      box.input.disabled = !this.form.isApplicable;
      const number = this.question.choices.findIndex((choice) => choice.id === box.id);
      const own = against.filter((conflict) => conflict.choice === number);
      const checks = [...new Set(own.map((conflict) => conflict.check))];
      box.tag.hidden = !own.length;
      box.tag.textContent = own.length
        ? `${list(checks)} fails in ${names([...new Set(own.map((item) => item.account))])}` : "";
    }

    refreshProblems() {
      const found = answers.problems(this.question, this.form);
      const texts = found.map((problem) => problem.text);
      const shown = [...this.problems.children].map((item) => item.textContent);
      if (texts.join("\n") !== shown.join("\n")) {
        this.problems.replaceChildren(...found.map((problem) => {
          const item = make("li", { class: problem.blocks ? "bad" : null }, problem.text);
          lastId += 1;
          item.id = `fill-${lastId}`;
          return item;
        }));
      }
      for (const [name, field] of Object.entries(this.fields)) {
        const index = found.findIndex((problem) => problem.field === name);
        if (index < 0) {
          field.removeAttribute("aria-describedby");
          field.removeAttribute("aria-invalid");
        } else {
          field.setAttribute("aria-describedby", this.problems.children[index].id);
          if (found[index].blocks) field.setAttribute("aria-invalid", "true");
          else field.removeAttribute("aria-invalid");
        }
      }
      this.problems.hidden = !found.length;
    }
  }

  /** The accounts that an answer is for; made when they are looked at, since there may be many. */
  class AccountChoice {
    constructor(owner) {
      this.owner = owner;
      this.summary = make("summary");
      this.body = make("div");
      this.element = make("details", { class: "x acc" }, this.summary, this.body);
      this.element.addEventListener("toggle", () => {
        if (this.element.open && !this.boxes) this.build();
      });
    }

    build() {
      const { question, form } = this.owner;
      const set = (accounts) => this.owner.edit(() => answers.setAccounts(question, form, accounts), "accounts");
      this.all = checkbox("All accounts", "ck");
      this.all.input.addEventListener("change", () => set(this.all.input.checked ? null : []));
      this.boxes = data.accounts.map((account, place) => {
        const box = checkbox(account.name === account.id ? account.id : `${account.name} ${account.id}`, "ck");
        box.input.addEventListener("change", () => {
          const places = answers.placesOf(form).filter((other) => other !== place);
          set(box.input.checked ? [...places, place] : places);
        });
        return box;
      });
      if (this.boxes.length > 12) {
        const search = make("input", { type: "text", autocomplete: "off" });
        search.addEventListener("input", () => {
          const wanted = search.value.trim().toLowerCase();
          for (const box of this.boxes) box.label.hidden = !box.text.textContent.toLowerCase().includes(wanted);
        });
        this.body.append(labelled("Find an account", search));
      }
      this.body.append(this.all.label, ...this.boxes.map((box) => box.label));
      this.refresh();
    }

    refresh() {
      const { form } = this.owner;
      const places = new Set(answers.placesOf(form));
      this.summary.textContent = `Accounts: ${form.accounts === null
        ? "all" : `${places.size} of ${data.accounts.length}`}`;
      if (!this.boxes) return;
      this.all.input.checked = form.accounts === null;
      this.boxes.forEach((box, place) => {
        box.input.checked = places.has(place);
      });
    }
  }

  /* ---- The forms of a question. */

  const views = new Map();

  function rebuild(question) {
    const own = mine.find((item) => item.question === question);
    if (!own || !isFilling) return;
    views.get(question)?.element.remove();
    const view = { forms: answers.forms(question).map((form) => new AnswerForm(question, form)) };
    view.missing = make("p", { class: "small" });
    view.add = button("Add an answer for other accounts", () => {
      answers.addForm(question);
      rebuild(question);
      const last = views.get(question).forms.at(-1);
      if (last.accounts) last.accounts.element.open = true;
      last.choices[0]?.input.focus();
      changed();
    });
    view.undo = button("Undo changes", () => {
      answers.reset(question);
      rebuild(question);
      changed();
    });
    view.element = make("div", { class: "qfs" }, ...view.forms.map((form) => form.element),
      view.missing, make("p", { class: "qx" }, data.accounts.length > 1 ? view.add : null, " ", view.undo));
    // In the place of the first answer that the page tells.
    own.element.insertBefore(view.element, own.element.querySelector(":scope > .qa"));
    view.badge = make("span", { class: "st live" });
    own.element.querySelector(".qh .live")?.remove();
    own.element.querySelector(".qh").append(view.badge);
    views.set(question, view);
    refresh(question);
  }

  function refresh(question) {
    const view = views.get(question);
    if (!view) return;
    for (const form of view.forms) form.refresh();
    const result = answers.resultOfQuestion(question);
    show(view.badge, result);
    view.badge.classList.add("live");
    const missing = answers.uncovered(question);
    view.missing.hidden = !missing.length;
    view.missing.textContent = missing.length ? `No answer for ${names(missing)}.` : "";
    view.undo.hidden = !answers.isQuestionChanged(question);
  }

  function removeForms() {
    for (const [, view] of views) {
      view.element.remove();
      view.badge.remove();
    }
    views.clear();
  }

  /* ---- The bar above the questions. */

  let isFilling = false;
  const toggle = button("Fill in answers", () => fill(!isFilling), "btn main");
  const meter = make("progress", { "aria-label": "Questions answered" });
  const tally = make("span", { role: "status" });
  const save = button("Save answers", saveFile);
  const picker = make("input", { type: "file", accept: ".json,application/json", hidden: true });
  const load = button("Load answers", () => picker.click());
  const blank = button("Print blank form", () => {
    root.classList.add("blank");
    print();
    root.classList.remove("blank");
  });
  const author = make("input", { type: "text", autocomplete: "name" });
  const date = make("input", { type: "date", max: "9999-12-31", value: answers.today() });
  const keeping = make("p", { class: "small muted" });
  const notices = make("div", { class: "qnotices", "aria-live": "polite" });
  const counting = make("span", { class: "qcount" }, meter, tally);
  const bar = make("div", { class: "qbar noprint", role: "group", "aria-label": "Fill in the questionnaire" },
    toggle, counting, save, load, picker, blank);
  const fields = make("div", { class: "qwho noprint", hidden: true },
    make("div", { class: "qm" }, labelled("Answered by: your name or role", author),
      labelled("Date of your answers (UTC)", date)),
    make("p", { class: "small muted" },
      "An answer that you change takes this name and date. “Save answers” makes one file, answers.json, "
      + "of all that was entered here. Put it into answers/ of the assessment folder and run so-report "
      + "build. Nothing leaves this page by itself."),
    keeping);
  lede.after(bar, fields, notices);

  function notice(style, text, { items = [], buttons = [] } = {}) {
    const box = make("div", { class: `note ${style} noprint`, tabindex: "-1" }, make("p", {}, text),
      items.length ? make("ul", {}, ...items.map((item) => make("li", {}, item))) : null,
      make("p", { class: "qx" }, ...buttons.flatMap((item) => [item, " "]),
        button("Close", () => notices.replaceChildren())));
    notices.replaceChildren(box);
    return box;
  }

  function fill(isOn) {
    isFilling = isOn;
    root.classList.toggle("filling", isOn);
    toggle.textContent = isOn ? "Back to reading" : "Fill in answers";
    fields.hidden = !isOn;
    if (isOn) for (const { question } of mine) rebuild(question);
    else removeForms();
    tell();
  }

  /* ---- What is saved, kept and not. */

  let savedText = "[]";
  let isKept = answers.draft.read() !== undefined;
  let timer = 0;

  const changes = () => JSON.stringify(answers.entries());
  const isUnsaved = () => ![savedText, "[]"].includes(changes());

  /** Says how far it is. */
  function tell() {
    const { answered, of } = answers.progress();
    meter.max = Math.max(of, 1);
    meter.value = answered;
    const number = answers.entries().length;
    const state = number ? `; ${number} changed, ${isUnsaved() ? "not saved" : "saved"}` : "";
    tally.textContent = `${answered} of ${count(of, "question")} answered${state}`;
    // Who reads sees how far it is in the first sentence.
    counting.hidden = !isFilling && !number;
    save.hidden = counting.hidden;
    save.classList.toggle("main", isFilling && isUnsaved());
    keeping.textContent = isKept
      ? "What you enter is kept in this browser until you save or discard it."
      : "This browser does not let the page keep anything: what you enter is not kept. Save before you leave.";
    keeping.classList.toggle("bad", !isKept);
  }

  function keep() {
    clearTimeout(timer);
    timer = 0;
    const wasKept = isKept;
    isKept = answers.draft.write(!isUnsaved());
    if (isKept !== wasKept) tell();
  }

  function changed() {
    tell();
    clearTimeout(timer);
    timer = setTimeout(keep, 250);
  }

  function rebuildAll() {
    for (const { question } of mine) rebuild(question);
    tell();
  }

  addEventListener("pagehide", () => timer && keep());
  addEventListener("visibilitychange", () => timer && keep());
  let isTurning = false;
  addEventListener("beforeunload", (event) => {
    if (timer) keep();
    if (isUnsaved() && !(isTurning && isKept)) event.preventDefault();
  });
  // To the other pages of the questionnaire the draft goes along.
  for (const link of document.querySelectorAll(".pg a")) {
    link.addEventListener("click", () => {
      isTurning = true;
      setTimeout(() => {
        isTurning = false;
      }, 1000);
    });
  }

  addEventListener("storage", (event) => {
    if (!answers.draft.isMeant(event)) return;
    const other = answers.draft.read();
    answers.resetAll();
    if (other) answers.apply(other.answers, { isDraft: true });
    savedText = other?.isSaved ? changes() : "[]";
    rebuildAll();
    notice("", "The answers were changed in another window; this one shows the same.");
  });

  /* ---- Save. */

  function saveFile() {
    const faults = data.questions.flatMap((question) => answers.forms(question).flatMap((form) =>
      answers.problems(question, form).filter((problem) => problem.blocks)
        .map((problem) => ({ question, text: problem.text }))));
    if (faults.length) {
      const number = new Set(faults.map((fault) => fault.question)).size;
      if (!isFilling) fill(true);
      notice("warn", `Not saved: ${count(number, "question")} ${number === 1 ? "needs" : "need"} something first.`, {
        items: faults.map(({ question, text }) => make("span", {},
          make("a", { href: question.link }, question.id), ` ${text}`)),
      }).focus();
      return;
    }
    const number = answers.entries({ all: true }).length;
    if (!number) {
      notice("", "There is nothing to save: no answer was changed or confirmed.").focus();
      return;
    }
    const text = answers.fileText();
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = make("a", { href: address, download: "answers.json", hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    savedText = changes();
    keep();
    tell();
    const raw = make("textarea", { rows: 8, readonly: true, "aria-label": "Text of answers.json" });
    raw.value = text;
    notice("", `answers.json has ${count(number, "answer")}. Put it into answers/ of the assessment folder `
      + "and run so-report build.", {
      buttons: [button("No file came: show its text", (event) => {
        event.target.closest("p").before(raw);
        event.target.remove();
        raw.focus();
        raw.select();
      })],
    });
  }

  /* ---- Load and restore. */

  picker.addEventListener("change", async () => {
    const file = picker.files[0];
    picker.value = "";
    if (!file) return;
    const result = answers.read(await file.text(), file.name);
    if (result.problems) {
      const more = result.problems.length - 10;
      notice("warn", "Nothing was loaded.", {
        items: [...result.problems.slice(0, 10), ...(more > 0 ? [`and ${more} more`] : [])],
      }).focus();
      return;
    }
    const before = answers.entries();
    const { applied, questions, accounts } = answers.apply(result.entries);
    fill(true);
    changed();
    notice("", `${count(applied, "answer")} loaded from ${file.name}.`, {
      items: [
        ...(questions.size ? [`Left out, since this report has no such question: ${list([...questions])}.`] : []),
        ...(accounts.size ? [`Not in scope: ${list([...accounts])}.`] : []),
      ],
      buttons: [undo(before)],
    }).focus();
  });

  /** Puts back what was entered before. */
  function undo(before) {
    return button("Undo", () => {
      answers.resetAll();
      answers.apply(before, { isDraft: true });
      rebuildAll();
      changed();
      notice("", "Undone.").focus();
    });
  }

  function restore() {
    const kept = answers.draft.read();
    if (!kept?.answers?.length) return;
    answers.apply(kept.answers, { isDraft: true });
    if (!answers.entries().length) return;
    if (kept.isSaved) savedText = changes();
    fill(true);
    if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    const moment = `${kept.at.slice(0, 10)} ${kept.at.slice(11, 16)} UTC`;
    const discard = button("Discard", () => {
      const before = answers.entries();
      answers.resetAll();
      rebuildAll();
      changed();
      notice("", "The answers were discarded.", { buttons: [undo(before)] }).focus();
    });
    notice("", kept.isSaved
      ? `Answers that you saved as a file on ${moment} are shown; the report does not have them yet.`
      : `Unsaved answers of this page from ${moment} were restored.`, { buttons: [discard] });
  }

  window.SO_REPORT_FORMS = { make, icon, mine, names };
  restore();
  tell();
})();
