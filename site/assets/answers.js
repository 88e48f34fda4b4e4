/*
 * The answers of the questionnaire, apart from how they are shown. There is a form for each answer;
 * the forms of a question divide the accounts among them, so that in an account one answer holds.
 * Here stands what a form comes to by the rules of the report (docs/rules.md, 7), the file
 * answers.json that so-report reads, and the draft that the browser keeps.
 *
 * Made from data/questionnaire.js; for questionnaire.js. Touches no element.
 */
(() => {
  "use strict";

  const data = window.SO_REPORT_QUESTIONNAIRE;
  if (!data) return;

  const risks = ["none", "low", "medium", "high"];
  /** Numbers of all accounts; where evidence names none, one without a name. */
  const everywhere = data.accounts.length ? data.accounts.map((_, number) => number) : [0];
  const byId = new Map(data.questions.map((question) => [question.id, question]));

  const today = () => new Date().toISOString().slice(0, 10);
  const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

  /* ---- Forms. */

  /** A form of an answer of the report, by its number, or of none. */
  function makeForm(answer = {}, original = null) {
    return {
      original,
      accounts: answer.accounts ?? null,
      choices: [...(answer.choices ?? [])],
      isApplicable: answer.applicable ?? true,
      note: answer.note ?? "",
      author: answer.author ?? "",
      date: answer.date ?? "",
      validUntil: answer["valid-until"] ?? "",
      attachments: [...(answer.attachments ?? [])],
      entered: answer.entered ?? null,
    };
  }

  /** The forms of each question, by its id; at first what the report holds. */
  const forms = new Map();
  /** When answers were taken away, by the id of the question. */
  const withdrawn = new Map();

  function reset(question) {
    forms.set(question.id, question.answers.map(makeForm));
    withdrawn.delete(question.id);
  }
  data.questions.forEach(reset);

  const placesOf = (form) => form.accounts ?? everywhere;
  const isAnswer = (answer) => answer?.choices !== undefined;

  function originalOf(question, form) {
    const answer = form.original === null ? undefined : question.answers[form.original];
    return isAnswer(answer) ? answer : undefined;
  }

  function same(first, second) {
    return first.length === second.length && first.every((item, index) => item === second[index]);
  }

  /** What a form says, in one order, to be compared. */
  const saying = (form) => JSON.stringify([
    form.isApplicable ? [...form.choices].sort() : [], form.isApplicable, form.note.trim(),
    form.author.trim(), form.date, form.validUntil, form.attachments,
  ]);

  /**
   * Whether a form says something that the report does not. One that lost accounts to others says
   * nothing new: what took them replaces it there.
   */
  function isChanged(question, form) {
    const original = originalOf(question, form);
    if (!original) {
      return form.choices.length > 0 || !form.isApplicable || form.note.trim() !== ""
        || form.attachments.length > 0;
    }
    const before = makeForm(original);
    const had = new Set(placesOf(before));
    return saying(form) !== saying(before) || placesOf(form).some((place) => !had.has(place));
  }

  /** Gives accounts to a form, null being all of them, and takes them from the others. */
  function setAccounts(question, form, accounts) {
    form.accounts = accounts && [...accounts].sort((first, second) => first - second);
    const taken = new Set(placesOf(form));
    for (const other of forms.get(question.id)) {
      if (other === form || !placesOf(other).some((place) => taken.has(place))) continue;
      other.accounts = placesOf(other).filter((place) => !taken.has(place));
    }
  }

  /** Accounts that no form of the question speaks for. */
  function uncovered(question) {
    const covered = new Set(forms.get(question.id).flatMap(placesOf));
    return everywhere.filter((place) => !covered.has(place));
  }

  /** A further form, for the accounts that have none. */
  function addForm(question) {
    const form = makeForm({ accounts: uncovered(question) });
    forms.get(question.id).push(form);
    return form;
  }

  function removeForm(question, form) {
    const all = forms.get(question.id);
    all.splice(all.indexOf(form), 1);
    if (all.length === 0) addForm(question).accounts = null;
  }

  /** Ticks or clears a choice; "None of these" and the others exclude each other. */
  function choose(question, form, id, isSelected) {
    const isNone = (choice) => question.choices.find((item) => item.id === choice)?.isNone ?? false;
    const kept = form.choices.filter((other) => other !== id);
    const order = question.choices.map((choice) => choice.id);
    // A choice that this version of the lens does not have stands last.
    const place = (choice) => order.indexOf(choice) + 1 || order.length + 1;
    form.choices = isSelected
      ? [...kept.filter((other) => isNone(other) === isNone(id)), id].sort((a, b) => place(a) - place(b))
      : kept;
  }

  /* ---- What a form comes to. */

  /** The risk of the choices of these numbers; null when no rule applies. */
  function riskOf(question, selected) {
    for (const [risk, tokens] of question.rules) {
      const stack = [];
      for (const token of tokens.split(" ")) {
        if (token === "!") stack.push(!stack.pop());
        else if (token === "&" || token === "|") {
          const [second, first] = [stack.pop(), stack.pop()];
          stack.push(token === "&" ? first && second : first || second);
        } else stack.push(token === "t" || (token !== "f" && selected.has(Number(token))));
      }
      if (stack.pop()) return risk;
    }
    return null;
  }

  const worse = (first, second) => (risks.indexOf(first) > risks.indexOf(second) ? first : second);

  /** The verdict and the risk of a form where these failures speak against choices. */
  function judge(question, form, conflicts) {
    const original = isChanged(question, form) ? undefined : originalOf(question, form);
    if (!form.isApplicable) return { verdict: "not-applicable", against: [] };
    if (original?.isRiskOnly) {
      return { verdict: original.risk ? "answered" : "undetermined", risk: original.risk, against: [] };
    }
    if (!form.choices.length) return { verdict: "unanswered", against: [] };
    if (form.validUntil && form.validUntil < data.asOf.day) return { verdict: "expired", against: [] };
    const numbers = form.choices.map((id) => question.choices.findIndex((choice) => choice.id === id));
    const against = conflicts.filter((conflict) => numbers.includes(conflict.choice));
    const kept = new Set(numbers.filter((number) => !against.some((item) => item.choice === number)));
    const byRules = numbers.includes(-1) ? original?.risk ?? null : riskOf(question, kept);
    const risk = against.reduce((worst, item) => worse(worst ?? "none", item.risk), byRules);
    return { verdict: risk === null ? "undetermined" : "answered", risk, against };
  }

  /** The results of a form in its accounts: most have no failures and share one. */
  function judgeAll(question, form) {
    const places = new Set(placesOf(form));
    const disputed = [...new Set(question.conflicts.map((conflict) => conflict.account))]
      .filter((place) => places.has(place));
    const results = disputed.map((place) =>
      judge(question, form, question.conflicts.filter((conflict) => conflict.account === place)));
    return disputed.length < places.size ? [...results, judge(question, form, [])] : results;
  }

  /** Several results in one: the worst risk, else the first of the other verdicts. */
  function combine(results) {
    const applicable = results.filter((result) => result.verdict !== "not-applicable");
    if (!applicable.length) return { verdict: results.length ? "not-applicable" : "unanswered" };
    const known = applicable.map((result) => result.risk).filter(Boolean);
    const risk = known.length ? known.reduce(worse) : undefined;
    if (risk && risk !== "none") return { verdict: "answered", risk };
    const verdict = ["undetermined", "expired", "unanswered"]
      .find((verdict) => applicable.some((result) => result.verdict === verdict));
    return verdict ? { verdict } : { verdict: "answered", risk };
  }

  function resultOfForm(question, form) {
    const results = judgeAll(question, form);
    return { ...combine(results), against: results.flatMap((result) => result.against) };
  }

  function resultOfQuestion(question) {
    const results = forms.get(question.id).flatMap((form) => judgeAll(question, form));
    return combine(uncovered(question).length ? [...results, { verdict: "unanswered" }] : results);
  }

  /** How many questions are answered, of those that apply. */
  function progress() {
    const results = data.questions.map(resultOfQuestion)
      .filter((result) => result.verdict !== "not-applicable");
    return {
      answered: results.filter((result) => result.verdict === "answered").length,
      of: results.length,
    };
  }

  /* ---- What is wrong with a form: sentences by field; those that hold a file back, and others. */

  /** The newest date of the report's answers in the accounts of a form. */
  function replacedDate(question, form) {
    const places = new Set(placesOf(form));
    const dates = question.answers.filter((answer) => placesOf(answer).some((place) => places.has(place)))
      .map((answer) => answer.date ?? "");
    return dates.reduce((newest, date) => (date > newest ? date : newest), "");
  }

  function problems(question, form) {
    if (!isChanged(question, form)) return [];
    const found = [];
    const say = (field, text, blocks = true) => found.push({ field, text, blocks });
    if (!placesOf(form).length) {
      // Others took the accounts of an answer of the report: it is replaced.
      if (originalOf(question, form)) return [];
      say("accounts", "Choose the accounts that this answer is for, or remove it.");
    }
    if (!form.isApplicable && !form.note.trim()) {
      say("note", "Say in the note why the question does not apply.");
    }
    const replaced = replacedDate(question, form);
    if (!form.date) say("date", "Give the day of the answer.");
    else if (form.date < replaced) {
      say("date", `The report has an answer of ${replaced}, and the newest holds: give that day or a later one.`);
    } else if (data.asOf.isGiven && form.date > data.asOf.day) {
      say("date", `Later than ${data.asOf.day}, the day of this report: it counts once as-of in `
        + "assessment.yaml is moved.", false);
    } else if (form.date > today()) say("date", "That day has not come yet.", false);
    if (form.validUntil && form.validUntil < form.date) {
      say("validUntil", "The answer would end before it begins: give a later day.");
    } else if (form.validUntil && form.validUntil < data.asOf.day) {
      say("validUntil", `It has run out on ${data.asOf.day}, the day of this report.`, false);
    }
    if (form.isApplicable && !form.choices.length) {
      say("choices", "Nothing is ticked: this is no answer yet.", false);
    }
    return found;
  }

  /* ---- The file: a list in the form of docs/assessment-folder.md, answers/. */

  const isDay = (text) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : NaN;
    return !Number.isNaN(Number(day)) && day.toISOString().startsWith(text);
  };
  const isId = (text) => /^\d{12}$/.test(text);
  const keys = [
    "question", "choices", "applicable", "note", "author", "date", "valid-until", "accounts",
    "attachments", "entered",
  ];

  /** A text as a file can hold it: no half of a character, line ends of one kind. */
  const plain = (text) => (text.toWellFormed?.() ?? text).replace(/\r\n?/g, "\n");

  /** An answer with its keys in their order and without those that say nothing. */
  function ordered(answer) {
    return Object.fromEntries(keys.filter((key) => {
      const value = answer[key];
      if (key === "choices") return true;
      if (key === "accounts") return Array.isArray(value);
      return key === "applicable" ? value === false : value !== undefined && value !== null && value.length > 0;
    }).map((key) => [key, answer[key] ?? []]));
  }

  function entryOf(question, form) {
    return ordered({
      question: question.id,
      choices: form.isApplicable ? form.choices : [],
      applicable: form.isApplicable,
      note: form.note.trim() ? plain(form.note) : "",
      author: plain(form.author.trim()),
      date: form.date,
      "valid-until": form.validUntil,
      accounts: form.accounts?.map((place) => data.accounts[place].id),
      attachments: form.attachments.map(plain),
      entered: form.entered,
    });
  }

  /** An empty answer for accounts whose answer was taken away, so that the earlier one holds no more. */
  function withdrawals(question) {
    const speaking = forms.get(question.id)
      .filter((form) => originalOf(question, form) || isChanged(question, form)).flatMap(placesOf);
    const open = new Set(everywhere.filter((place) => !speaking.includes(place)));
    const gone = question.answers.filter((answer) =>
      isAnswer(answer) && (answer.choices.length || answer.applicable === false || answer.isRiskOnly)
      && placesOf(answer).some((place) => open.has(place)));
    const places = gone.flatMap((answer) => placesOf(answer).filter((place) => open.has(place)));
    if (!places.length) {
      withdrawn.delete(question.id);
      return [];
    }
    if (!withdrawn.has(question.id)) withdrawn.set(question.id, now());
    const dates = gone.map((answer) => answer.date ?? "").sort();
    return [ordered({
      question: question.id,
      choices: [],
      date: dates.at(-1),
      accounts: places.length < everywhere.length ? places.map((place) => data.accounts[place].id) : null,
      entered: withdrawn.get(question.id),
    })];
  }

  /** Whether the forms of a question are others than those of the report. */
  function isQuestionChanged(question) {
    const own = forms.get(question.id);
    return own.length !== question.answers.length || withdrawals(question).length > 0
      || own.some((form) => form.original === null || isChanged(question, form));
  }

  /**
   * What was changed here, as a list of answers. The file has `all` that was ever entered on this
   * page and still holds, so that it may take the place of an earlier one.
   */
  function entries({ all = false } = {}) {
    const list = data.questions.flatMap((question) => {
      const own = forms.get(question.id).filter((form) =>
        isChanged(question, form) && (placesOf(form).length > 0 || !originalOf(question, form))
        || all && originalOf(question, form)?.entered && placesOf(form).length > 0);
      return [...own.map((form) => entryOf(question, form)), ...withdrawals(question)];
    });
    if (!all) return list;
    const place = (entry) => JSON.stringify([entry.question, entry.accounts, entry.date]);
    const taken = new Set(list.map(place));
    return [...list, ...data.carried.map(ordered).filter((entry) => !taken.has(place(entry)))];
  }

  /**
   * The text of the file. so-report reads it as YAML, which JSON is but for this: YAML wants what
   * does not print escaped, and takes `&` and `*` for names wherever there are many.
   */
  function fileText() {
    const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    const text = JSON.stringify(entries({ all: true }), null, 2);
    const unprintable = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;
    const printed = text.replace(unprintable, escape);
    return `${printed.includes("*") ? printed.replaceAll("&", escape) : printed}\n`;
  }

  /** Reads the text of a file: its entries, or sentences about what is wrong. */
  function read(text, name) {
    let root;
    try {
      root = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      return {
        problems: [`${name} is not JSON. This page loads the answers.json that it saves; a YAML file `
          + "goes into answers/ of the assessment folder."],
      };
    }
    const list = Array.isArray(root) ? root : root?.answers;
    if (!Array.isArray(list)) {
      return {
        problems: [`${name} holds no list of answers. This page loads the answers.json that it saves.`],
      };
    }
    const problems = list.flatMap((answer, index) =>
      faults(answer).map((fault) => `${name}, answer ${index + 1}: ${fault}.`));
    return problems.length ? { problems } : { entries: list.map(inDays) };
  }

  function faults(answer) {
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) {
      return ["an answer is an object with the keys question, choices and so on"];
    }
    const found = Object.keys(answer).filter((key) => !keys.includes(key))
      .map((key) => `the key “${key.slice(0, 80)}” is not known here`);
    const check = (key, what, isRight) => {
      if (answer[key] !== undefined && answer[key] !== null && !isRight(answer[key])) {
        found.push(`${key} must be ${what}`);
      }
    };
    const isText = (value) => typeof value === "string";
    const areTexts = (value) => Array.isArray(value) && value.every(isText);
    const isTime = (value) => isText(value) && isDay(value.slice(0, 10))
      && !Number.isNaN(Date.parse(value));
    if (!isText(answer.question) || !answer.question) found.push("question is missing");
    if (answer.choices === undefined && answer.applicable !== false) found.push("choices is missing");
    check("choices", "a list of ids", areTexts);
    check("applicable", "true or false", (value) => typeof value === "boolean");
    check("note", "text", isText);
    check("author", "text", isText);
    check("attachments", "a list of texts", areTexts);
    check("accounts", "a list of account ids of 12 digits", (value) => areTexts(value) && value.every(isId));
    for (const key of ["date", "valid-until", "entered"]) check(key, "a date such as 2026-11-20", isTime);
    return found;
  }

  const dayOf = (time) => {
    const zoned = time.length > 10 && !/(Z|[+-]\d\d:?\d\d)$/i.test(time) ? `${time}Z` : time;
    return new Date(zoned).toISOString().slice(0, 10);
  };

  function inDays(answer) {
    const days = { ...answer };
    for (const key of ["date", "valid-until"]) if (days[key]) days[key] = dayOf(days[key]);
    return days;
  }

  /**
   * Lays answers over the forms as so-report would: each takes its accounts from the others.
   * Gives how many there were, and the ids of questions and accounts that the report does not have.
   */
  function apply(list, { isDraft = false } = {}) {
    const result = { applied: 0, questions: new Set(), accounts: new Set() };
    for (const answer of list) {
      const question = byId.get(answer.question);
      if (!question) {
        result.questions.add(answer.question);
        continue;
      }
      const ids = answer.accounts?.length || isDraft ? answer.accounts : null;
      const places = ids?.map((id) => data.accounts.findIndex((account) => account.id === id));
      places?.forEach((place, index) => place < 0 && result.accounts.add(ids[index]));
      const known = places?.filter((place) => place >= 0) ?? null;
      if (known && !known.length && ids.length) continue;
      lay(question, answer, known);
      result.applied += 1;
    }
    return result;
  }

  function lay(question, answer, accounts) {
    const all = forms.get(question.id);
    const places = accounts ?? everywhere;
    const form = makeForm({ ...answer, accounts });
    form.entered ??= now();
    const isWithdrawal = form.isApplicable && !form.choices.length
      && !form.author && !form.note && !form.attachments.length;
    const index = all.findIndex((other) => placesOf(other).some((place) => places.includes(place)));
    const equal = all.find((other) => same(placesOf(other), [...places].sort((first, second) => first - second)));
    if (equal && !isWithdrawal) {
      Object.assign(equal, form, { original: equal.original, accounts: equal.accounts && form.accounts });
      return;
    }
    all.splice(index < 0 ? all.length : index, 0, form);
    setAccounts(question, form, accounts);
    if (isWithdrawal) {
      withdrawn.set(question.id, form.entered);
      all.splice(all.indexOf(form), 1);
    }
    const left = all.filter((other) => placesOf(other).length > 0 || other === form && !isWithdrawal);
    forms.set(question.id, left);
    if (!left.length) addForm(question).accounts = null;
  }

  /* ---- The draft, kept by the browser under the digest of the report. */

  const key = `so-report-answers-${data.digest}`;

  const draft = {
    /** The draft, or null; undefined where the browser keeps nothing for this page. */
    read() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return undefined;
      }
    },
    /** Whether it was kept. */
    write(isSaved) {
      try {
        const answers = entries();
        if (answers.length) localStorage.setItem(key, JSON.stringify({ at: now(), isSaved, answers }));
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
    /** Whether a change of the storage is one of this draft, by another window. */
    isMeant: (event) => event.key === key,
  };

  window.SO_REPORT_ANSWERS = {
    data, everywhere, today, now,
    forms: (question) => forms.get(question.id), placesOf, originalOf, isChanged, addForm, removeForm,
    choose, setAccounts, uncovered, resultOfForm, resultOfQuestion, progress, problems,
    isQuestionChanged, reset, resetAll: () => data.questions.forEach(reset), entries, fileText, read, apply, draft,
    /** Notes when the accounts of a question lost their answer. */
    noteWithdrawal: (question) => withdrawn.set(question.id, now()),
  };
})();
