#!/usr/bin/env python3
"""Fills in the questionnaire as a person would, and has so-report read what the page saved.

    questionnaire_test.py site
    questionnaire_test.py site --program .build/debug/so-report

The site is the sample report; further ones are built by the program. Prints how far it is; exits 1
with sentences about what is wrong.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Error, async_playwright

from check_site import OVERFLOW, Browser, watch

HERE = Path(__file__).resolve().parent
HOSTILE = "Grüße „Köln“ \"q\" 'a' <script>alert(1)</script> & *b* R&D\nsecond line\n\n=1+1 \t\\ 🔐 \u2028 \ufeffe\u0301"
RISKS = {"0": "No risk", "1": "Low risk", "2": "Medium risk", "3": "High risk", "-": "Undetermined"}
FILL = "Fill in answers"


class Test:
    """A browser, the program, and what is wrong so far."""

    def __init__(self, browser, site, program, folder):
        self.browser, self.site, self.program, self.folder = browser, site, program, folder
        self.faults = []

    def expect(self, is_right, sentence):
        if not is_right:
            self.faults.append(sentence)

    def same(self, found, wanted, what):
        self.expect(found == wanted, f"{what}: expected {wanted!r}, found {found!r}")

    async def open(self, site, page="questions.html", context=None, **options):
        """A page of a site, watched, in a context of its own."""
        context = context or await self.context(**options)
        tab = await context.new_page()
        tab.dialogs = []
        address = site.as_uri() + "/"
        watch(tab, address, lambda sentence: None if "dialog" in sentence
              or "blob:" in sentence else self.faults.append(f"{page}: {sentence}"))
        tab.on("dialog", lambda dialog: tab.dialogs.append(dialog.type))
        await tab.goto(address + page)
        return tab

    async def context(self, scheme="light", script=True, width=1280):
        return await self.browser.context(scheme, script, width)

    def run(self, *arguments):
        result = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)
        self.expect(result.returncode == 0, f"so-report {arguments[0]} failed: {result.stderr[-800:]}")

    def build(self, name, change):
        """Builds the sample, or a folder made by `change`, and returns its site."""
        assessment, site = self.folder / name, self.folder / f"{name}-site"
        change(assessment)
        self.run("build", assessment, "--output", site)
        return site

    def sample(self, answers):
        def change(folder):
            self.run("init", "--sample", folder)
            (folder / "answers/answers.json").write_text(answers, encoding="utf-8")
        return change


async def start(tab):
    await tab.get_by_role("button", name=FILL).click()


def answer(tab, question, number=0):
    return tab.locator(f"#{question} fieldset").nth(number)


async def save(tab):
    async with tab.expect_download() as download:
        await tab.get_by_role("button", name="Save answers").click()
    file = await download.value
    return file.suggested_filename, Path(await file.path()).read_text(encoding="utf-8")


async def state(tab, question):
    """What the forms of a question hold."""
    return await tab.locator(f"#{question} fieldset").evaluate_all("""(forms) => forms.map((form) => ({
      title: form.querySelector('legend').textContent,
      ticks: [...form.querySelectorAll('.qa .ck input')].map((box) => box.checked),
      fields: [...form.querySelectorAll('.qn textarea, .qm > div input')].map((field) => field.value),
    }))""")


async def count(tab):
    return await tab.locator(".qcount [role=status]").inner_text()


# ---- What a person does.

async def reads_without_script(test):
    tab = await test.open(test.site, script=False)
    test.same(await tab.locator("main button, main input, main textarea").count(), 0,
              "controls without script")
    test.expect(await tab.get_by_text("so-report lens --format answers").is_visible(),
                "without script nothing says how to fill in answers")
    test.expect(await tab.locator("#so_1_1 .qa").is_visible(), "answers do not show without script")
    await tab.context.close()


async def ticks_and_sees_the_risk(test):
    tab = await test.open(test.site)
    await start(tab)
    form = answer(tab, "so_1_1")
    status = form.locator("legend .st")
    test.same(await status.inner_text(), "No risk", "so_1_1 at first")
    boxes = form.get_by_role("checkbox")
    await boxes.nth(1).uncheck()
    await boxes.nth(2).uncheck()
    test.same(await status.inner_text(), "Medium risk", "so_1_1 with its first choice")
    await form.get_by_label("None of these").check()
    test.same([await boxes.nth(n).is_checked() for n in range(4)], [False, False, False, True],
              "“None of these” clears the others")
    test.same(await status.inner_text(), "High risk", "so_1_1 with none of these")
    test.same(await tab.locator("#so_1_1 .qh .st.live").inner_text(), "High risk", "the question's badge")
    await boxes.nth(0).check()
    test.expect(not await boxes.nth(3).is_checked(), "a choice does not clear “None of these”")
    await form.get_by_label("Does not apply here").check()
    test.same(await status.inner_text(), "Not applicable", "so_1_1 that does not apply")
    test.expect(await boxes.nth(0).is_disabled(), "choices stay open where nothing applies")
    await form.get_by_label("Why it does not apply (required)").fill("")
    await tab.get_by_role("button", name="Save answers").click()
    test.expect(await tab.get_by_text("Not saved: 1 question needs something first.").is_visible(),
                "an answer that does not apply is saved without a reason")
    test.expect("47 of 49" in await count(tab), f"progress without so_1_1: {await count(tab)}")
    await form.get_by_label("Why it does not apply (required)").fill("We have none.")
    await tab.get_by_role("button", name="Undo changes").click()
    test.expect("48 of 50" in await count(tab), f"progress after undo: {await count(tab)}")
    # A choice that a failing check contradicts says so at once.
    form = answer(tab, "so_3_1")
    tag = form.get_by_text("IAM.4 fails in Staging & load tests")
    test.expect(await tag.is_visible(), "so_3_1 does not say what contradicts it")
    await form.get_by_role("checkbox").nth(0).uncheck()
    test.expect(not await tag.is_visible(), "a choice that is not ticked is contradicted")
    await form.get_by_role("checkbox").nth(1).check()
    test.same(await form.locator("legend .st").inner_text(), "High risk", "so_3_1 without root keys")
    # What the failure of IAM.3 leaves of so_3_2 is nothing, and worse than the failure.
    await answer(tab, "so_3_2").get_by_role("checkbox").nth(2).uncheck()
    test.same(await answer(tab, "so_3_2").locator("legend .st").inner_text(), "High risk",
              "so_3_2 with a contradicted choice alone")
    await tab.context.close()


async def every_selection_has_its_risk(test):
    """All selections of all questions, loaded as files, against what Swift says."""
    lines = (HERE / "lens-risks.txt").read_text().split("\n")
    expected = dict(line.split(" ") for line in lines if line)

    def change(folder):
        folder.mkdir()
        (folder / "assessment.yaml").write_text(
            "as-of: 2026-11-20\nscope:\n  accounts: [\"111122223333\"]\n  regions: [eu-west-1]\n")
        (folder / "answers").mkdir()
        (folder / "answers/a.yaml").write_text("- question: so_1_1\n  choices: [so_1_1_2]\n")
    site = test.build("bare", change)
    tab = await test.open(site)
    data = await tab.evaluate("window.SO_REPORT_QUESTIONNAIRE.questions.map("
                              "(question) => [question.id, question.choices.map((choice) => choice.id)])")
    test.same([question for question, _ in data], list(expected), "questions with risks")
    wrong = checked = 0
    for bits in range(max(map(len, expected.values()))):
        chosen = {question: [choice for place, choice in enumerate(choices) if bits >> place & 1]
                  for question, choices in data if bits < len(expected[question])}
        await load(tab, json.dumps([{"question": question, "choices": choices, "date": "2026-11-20"}
                                    for question, choices in chosen.items() if choices]))
        found = await tab.evaluate("Object.fromEntries([...document.querySelectorAll('.q')].map("
                                   "(q) => [q.id, q.querySelector('legend .st').textContent]))") \
            if any(chosen.values()) else {}
        for question, choices in chosen.items():
            if choices:
                checked += 1
                if found[question] != RISKS[expected[question][bits]]:
                    wrong += 1
                    if wrong < 4:
                        test.faults.append(f"{question} {choices}: shows {found[question]}")
    test.same(checked, sum(len(risks) - 1 for risks in expected.values()), "selections looked at")
    print(f"    {checked} selections", flush=True)
    await tab.context.close()


async def load(tab, text, name="answers.json"):
    await tab.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text.encode()})
    await tab.locator(".qnotices .note").last.wait_for()


async def enter(test, tab):
    """Changes one answer, splits one by accounts, answers an open one, takes one away."""
    await start(tab)
    await tab.get_by_label("Answered by: your name or role").fill("auditor Ä")
    await tab.get_by_label("Date of your answers (UTC)").fill("2026-11-20")
    form = answer(tab, "so_1_2")
    await form.get_by_role("checkbox").nth(2).uncheck()
    await form.get_by_label("Note").fill(HOSTILE)
    await form.get_by_label("Evidence").fill("=cmd|' /C calc'!A0\nSEC-1: \"x\", <b>")
    await form.get_by_label("Valid until").fill("2027-02-28")
    test.same(await form.get_by_label("Answered by").input_value(), "auditor Ä", "the name of a changed answer")
    # so_3_4 has no answer: one for one account, another for the rest.
    form = answer(tab, "so_3_4")
    await form.get_by_role("checkbox").nth(0).check()
    await form.get_by_text("Accounts: all").click()
    await form.get_by_role("checkbox", name="All accounts").uncheck()
    await form.get_by_role("checkbox", name="Labor für Daten").check()
    await tab.locator("#so_3_4").get_by_role("button", name="Add an answer for other accounts").click()
    second = answer(tab, "so_3_4", 1)
    test.expect("Produktion – Köln and Staging" in await second.locator("legend").inner_text(),
                "a further answer is not for the accounts that have none")
    await second.get_by_label("None of these").check()
    # so_1_3 is for all: its answer is narrowed, and one account is left without any.
    form = answer(tab, "so_1_3")
    await form.get_by_text("Accounts: all").click()
    await form.get_by_role("checkbox", name="Staging").uncheck()
    test.expect(await tab.locator("#so_1_3").get_by_text("No answer for Staging").is_visible(),
                "an account without an answer is not named")
    # so_7_5 does not apply; it does now. so_8_1 is taken away, so_1_4 confirmed.
    await answer(tab, "so_7_5").get_by_label("Does not apply here").uncheck()
    await answer(tab, "so_7_5").get_by_role("checkbox").nth(0).check()
    await tab.locator("#so_8_1").get_by_role("button", name="Remove answer").click()
    await tab.locator("#so_1_4").get_by_role("button", name="Still true: confirm").click()


QUESTIONS = ["so_1_2", "so_3_4", "so_1_3", "so_7_5", "so_8_1", "so_1_4", "so_2_1", "so_3_1"]


async def comes_back_unchanged(test):
    tab = await test.open(test.site)
    await enter(test, tab)
    entered = {question: await state(tab, question) for question in QUESTIONS}
    live = await badges(tab)
    name, text = await save(tab)
    test.same(name, "answers.json", "name of the file")
    entries = json.loads(text)
    first = entries[0]
    test.same(list(first), ["question", "choices", "note", "author", "date", "valid-until",
                            "attachments", "entered"], "keys of the first entry")
    test.same(first["note"], HOSTILE.replace("\t", "\t"), "the note in the file")
    test.same([entry["question"] for entry in entries],
              ["so_1_2", "so_1_3", "so_1_4", "so_3_4", "so_3_4", "so_7_5", "so_8_1"], "entries")
    test.same(entries[1], {"question": "so_1_3", "choices": [], "date": "2026-10-22",
                           "accounts": ["444455556666"], "entered": entries[1]["entered"]},
              "the entry for an account without an answer any more")
    again, same_text = await save(tab)
    test.same(same_text, text, "a second file")

    # Loaded into a page that has nothing, the file makes the same forms.
    other = await test.open(test.site)
    await load(other, text)
    loaded = {question: await state(other, question) for question in QUESTIONS}
    for question in QUESTIONS:
        test.same(sorted(loaded[question], key=str), sorted(entered[question], key=str),
                  f"{question} after loading")
    test.same((await save(other))[1], text, "the file of a page that loaded it")

    # so-report reads it, beside the earlier answers of the sample.
    site = test.build("round", test.sample(text))
    third = await test.open(site)
    read = await badges(third)
    await start(third)
    for question in QUESTIONS:
        wanted, found = entered[question], await state(third, question)
        # Accounts without an answer have an empty form of their own.
        found = [form for form in found if any(form["ticks"])]
        wanted = [form for form in wanted if any(form["ticks"])]
        test.same(sorted(found, key=str), sorted(wanted, key=str), f"{question} after building")
    test.same(read, live, "badges of the new report")
    note = await third.locator("#so_1_2 > .qa blockquote p").evaluate("(p) => p.textContent")
    test.expect("<script>alert(1)</script>" in note and "second line\n\n=1+1" in note,
                f"the new page shows the note as {note!r}")
    # What was entered before is in the next file, too, so that it may replace this one.
    await answer(third, "so_1_1").get_by_role("checkbox").nth(2).uncheck()
    _, next_text = await save(third)
    test.same({entry["question"] for entry in json.loads(next_text)},
              {entry["question"] for entry in entries} | {"so_1_1"}, "questions of the next file")
    site = test.build("replaced", test.sample(next_text))
    fourth = await test.open(site)
    wanted = read | {"so_1_1": "No risk"}
    test.same(await badges(fourth), wanted, "badges when the file was replaced by the next one")
    for page in (tab, other, third, fourth):
        await page.context.close()


async def badges(tab):
    return await tab.evaluate("Object.fromEntries([...document.querySelectorAll('.q')].map((q) => "
                              "[q.id, [...q.querySelectorAll('.qh .st')].at(-1).textContent]))")


async def keeps_a_draft(test):
    context = await test.context()
    tab = await test.open(test.site, context=context)
    await start(tab)
    await answer(tab, "so_1_1").get_by_label("Note").fill("Draft")
    await tab.wait_for_timeout(400)
    await tab.close(run_before_unload=True)
    await asyncio.sleep(0.3)
    test.same(tab.dialogs, ["beforeunload"], "questions before leaving with unsaved answers")
    tab = await test.open(test.site, context=context)
    notice = tab.get_by_text("Unsaved answers of this page from 20")
    test.expect(await notice.is_visible() and "UTC were restored" in await notice.inner_text(),
                "a draft is not restored with a notice")
    test.same(await answer(tab, "so_1_1").get_by_label("Note").input_value(), "Draft", "the restored note")
    test.expect("1 changed, not saved" in await count(tab), f"count of a draft: {await count(tab)}")
    await tab.get_by_role("button", name="Discard").click()
    test.expect("changed" not in await count(tab), "a discarded draft still counts")
    await tab.get_by_role("button", name="Undo", exact=True).click()
    test.same(await answer(tab, "so_1_1").get_by_label("Note").input_value(), "Draft", "the note after undo")
    # A second window takes over what the first one has.
    second = await test.open(test.site, context=context)
    await answer(second, "so_1_5").get_by_label("Note").fill("Second window")
    await second.wait_for_timeout(500)
    test.same(await answer(tab, "so_1_5").get_by_label("Note").input_value(), "Second window",
              "the first window after a change in the second")
    await save(tab)
    test.expect("2 changed, saved" in await count(tab), f"count after saving: {await count(tab)}")
    # Another report of the same origin has another draft.
    other = await test.open(test.folder / "round-site", context=context)
    test.same(await other.get_by_text("were restored").count(), 0, "drafts of other reports")
    await context.close()


async def works_without_storage(test):
    """Served as Jenkins serves reports that may run scripts: in a sandbox that keeps nothing."""
    async def serve(route):
        path = test.site / route.request.url.removeprefix("http://report.test/")
        await route.fulfill(path=path, headers={
            "Content-Security-Policy": "sandbox allow-scripts allow-downloads",
            "Content-Type": {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
            .get(path.suffix, "image/svg+xml")})

    context = await test.context()
    await context.route("http://report.test/**", serve)
    tab = await context.new_page()
    problems = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    await tab.goto("http://report.test/questions.html")
    refused = await tab.evaluate("(() => { try { localStorage; return false } catch { return true } })()")
    test.expect(refused, "the sandbox of this test lets the page keep things")
    await start(tab)
    test.expect(await tab.get_by_text("what you enter is not kept").is_visible(),
                "a page without storage does not say that nothing is kept")
    await answer(tab, "so_1_1").get_by_label("Note").fill("Here")
    await tab.get_by_role("button", name="Save answers").click()
    await tab.get_by_role("button", name="No file came: show its text").click()
    text = await tab.get_by_label("Text of answers.json").input_value()
    test.same(json.loads(text)[0]["note"], "Here", "the text that can be copied")
    test.same(problems, [], "errors in a sandbox")
    await context.close()


BAD_FILES = [
    ("- question: so_1_1\n", "is not JSON"), ('{"findings": []}', "holds no list of answers"),
    ('[{"question": "so_1_1", "choices": "x"}]', "answer 1: choices must be a list of ids."),
    ('[{"question": "so_1_1", "choices": [], "auther": "x"}]', "the key “auther” is not known here."),
    ('[{"question": "so_1_1", "choices": [], "date": "2026-02-30"}]', "date must be a date such as"),
    ('[{"question": "so_1_1", "choices": [], "accounts": ["1"]}]', "accounts must be a list of"),
    ("[7]", "answer 1: an answer is an object"),
]


async def refuses_other_files(test):
    tab = await test.open(test.site)
    for text, sentence in BAD_FILES:
        await load(tab, text, "other.json")
        shown = await tab.locator(".qnotices").inner_text()
        test.expect(sentence in shown and "Nothing was loaded" in shown and "other.json" in shown,
                    f"{text!r} is answered with {shown!r}")
    await load(tab, '[{"question": "so_99", "choices": ["x"]}, '
               '{"question": "so_1_1", "choices": ["old"], "date": "2026-11-20"}]')
    test.expect("so_99" in await tab.locator(".qnotices").inner_text(), "an unknown question is not named")
    test.expect(await answer(tab, "so_1_1").get_by_text("old (not a choice of this version").is_visible(),
                "an unknown choice does not show")
    test.same(await answer(tab, "so_1_1").locator("legend .st").inner_text(), "Undetermined",
              "an unknown choice")
    # Half a character, which no file of text can hold, and line ends of another system.
    await load(tab, '[{"question": "so_1_1", "choices": [], "note": "a\\ud800\\r\\nb", "date": "2026-11-20"}]')
    _, text = await save(tab)
    test.same(json.loads(text)[0]["note"], "a\ufffd\nb", "a note that cannot be written as it is")
    await tab.context.close()


async def refuses_what_would_not_hold(test):
    tab = await test.open(test.site)
    await start(tab)
    form = answer(tab, "so_1_1")
    await form.get_by_label("Note").fill("Older")
    for day, sentence in (("2026-10-01", "an answer of 2026-10-20, and the newest holds"), ("", "Give the day"),
                          ("2026-11-23", "Later than 2026-11-20, the day of this report")):
        await form.get_by_label("Date (UTC)").fill(day)
        test.expect(sentence in await form.locator(".qp").inner_text(), f"the day {day!r} is taken silently")
    await form.get_by_label("Date (UTC)").fill("2026-11-20")
    await form.get_by_label("Valid until").fill("2026-11-01")
    await tab.get_by_role("button", name="Save answers").click()
    link = tab.locator(".qnotices").get_by_role("link", name="so_1_1")
    test.same(await link.get_attribute("href"), "questions.html#so_1_1", "the link to what is wrong")
    await tab.context.close()


async def works_by_keyboard(test):
    tab = await test.open(test.site)

    async def tab_to(name):
        for _ in range(80):
            await tab.keyboard.press("Tab")
            label = await tab.evaluate("document.activeElement.labels?.[0]?.textContent.trim() "
                                       "|| document.activeElement.textContent.trim().slice(0, 60)")
            if label.startswith(name):
                return True
        test.faults.append(f"Tab does not come to {name!r}")
        return False

    if await tab_to(FILL):
        await tab.keyboard.press("Enter")
    if await tab_to("It names the organisation"):
        await tab.keyboard.press("Space")
        test.same(await answer(tab, "so_1_1").locator("legend .st").inner_text(), "High risk", "so_1_1 by keyboard")
        outline = await tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        test.expect(outline != "none", "the focus does not show on a choice")
        hidden = await tab.evaluate("""() => {
          const box = document.activeElement.getBoundingClientRect();
          return document.elementFromPoint(box.x + 4, box.y + 4) !== document.activeElement; }""")
        test.expect(not hidden, "the focus lies below the bar")
    if await tab_to("Note"):
        await tab.keyboard.type("typed")
    for _ in range(80):
        await tab.keyboard.press("Shift+Tab")
        if await tab.evaluate("document.activeElement.textContent") == "Save answers":
            break
    async with tab.expect_download() as download:
        await tab.keyboard.press("Enter")
    entry = json.loads(Path(await (await download.value).path()).read_text())[0]
    test.expect(entry["note"].endswith("typed") or entry["note"].startswith("typed"), "typed text is not saved")
    await tab.context.close()


async def is_accessible_and_fits(test):
    options = {"preload": False, "runOnly": {"type": "tag", "values": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
        "rules": {"target-size": {"enabled": True}}}
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)):
        tab = await test.open(test.site, scheme=scheme, width=width)
        for is_filling in (False, True):
            if is_filling:
                await start(tab)
                await answer(tab, "so_1_1").get_by_label("Date (UTC)").fill("2026-10-01")
                await answer(tab, "so_1_1").get_by_text("Accounts: all").click()
            view = f"{scheme}, {width} px{', filling' if is_filling else ''}"
            results = await Axe().run(tab, options=options)
            for violation in results.response["violations"]:
                nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                test.faults.append(f"axe {violation['id']} ({view}): {len(violation['nodes'])} × {nodes}")
            overflow = await tab.evaluate(OVERFLOW)
            test.expect(not overflow, f"too wide ({view}): {overflow}")
        await tab.context.close()


async def prints_as_a_form(test):
    tab = await test.open(test.site)
    await start(tab)
    note = "First line. " + "Many words of a long note. " * 60 + "Last words."
    await answer(tab, "so_1_2").get_by_label("Note").fill(note)
    text = await printed(test, tab, "filled")
    for part in ("First line.", "Last words.", "cloud platform engineer", "Signature", "Does not apply here",
                 "Answer for all accounts"):
        test.expect(part in text, f"the printed form lacks {part!r}")
    test.expect("Save answers" not in text, "the bar is printed")
    questions = text.count("Signature")
    test.expect(questions >= 51, f"{questions} answers to sign on instead of 51 or more")
    await tab.evaluate("window.print = () => { window.wasBlank = "
                       "document.documentElement.classList.contains('blank'); }")
    await tab.get_by_role("button", name="Print blank form").click()
    test.expect(await tab.evaluate("window.wasBlank"), "“Print blank form” prints no blank form")
    await tab.get_by_role("button", name="Back to reading").click()
    await tab.evaluate("document.documentElement.classList.add('blank')")
    text = await printed(test, tab, "blank")
    test.expect("Last words." not in text and "cloud platform engineer" not in text,
                "the blank form is filled in")
    test.expect("How do you keep the primary contact" in text and "Labor für Daten" in text
                and text.count("Signature") == 51, "the blank form is not whole")
    test.same(await tab.locator(".qb").count(), 0, "sheets that are left after printing")
    await tab.context.close()


async def printed(test, tab, name):
    """The words of the page on paper."""
    file = test.folder / f"{name}.pdf"
    await tab.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return " ".join(text.stdout.split())


STEPS = [
    ("reading without script", reads_without_script),
    ("ticking choices", ticks_and_sees_the_risk),
    ("every selection of every question", every_selection_has_its_risk),
    ("saving, loading and building", comes_back_unchanged),
    ("keeping a draft", keeps_a_draft),
    ("a sandbox without storage", works_without_storage),
    ("other files", refuses_other_files),
    ("days that do not hold", refuses_what_would_not_hold),
    ("the keyboard alone", works_by_keyboard),
    ("axe and narrow windows", is_accessible_and_fits),
    ("paper", prints_as_a_form),
]


async def run(options):
    program = options.program or next(
        (path for path in (".build/release/so-report", ".build/debug/so-report") if Path(path).exists()), None)
    if not program:
        print("  so-report is not built: name it with --program")
        return 1
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        async with Browser(options.chromium) as browser:
            test = Test(browser, options.site.resolve(), str(Path(program).resolve()), Path(folder))
            for name, step in STEPS:
                if options.only and options.only not in name:
                    continue
                print(f"  {name}", flush=True)
                try:
                    await step(test)
                except Error as error:
                    test.faults.append(f"{name}: {error.message[:600]}")
                faults += [f"{name}: {fault}" for fault in test.faults]
                test.faults = []
    for fault in faults:
        print(fault)
    print(f"  {len(faults)} faults" if faults else "  no fault found")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the sample report")
    parser.add_argument("--program", help="so-report; the one built last without it")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser's program")
    parser.add_argument("--only", metavar="WORDS", help="only steps whose name has these words")
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
