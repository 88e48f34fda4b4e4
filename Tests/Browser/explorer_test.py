#!/usr/bin/env python3
"""Uses the explorer of findings.html as a person does, and compares it with findings.csv.

    explorer_test.py site
    explorer_test.py site --large SITE [--runs 10]

Searches, filters, groups, sorts, turns pages, sends addresses, goes back, downloads, works with the
keyboard alone, without script, without data and 360 pixels wide, and asks axe about accessibility.
`--large` instead measures how long first rows and letters take on another, large site.
"""

import argparse
import asyncio
import csv
import io
import shutil
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Error

import explorer_times
from check_site import OVERFLOW, Browser, watch
from explorer_model import Model, ids

ROWS = "#found tbody tr[data-row]"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
       "rules": {"target-size": {"enabled": True}},
       # axe would read the style sheet itself, which the policy of pages forbids.
       "preload": False}


class Explorer:
    """The page as a person sees it, and the sentences of what is wrong."""

    def __init__(self, browser, site):
        self.browser, self.site = browser, site
        self.address = site.as_uri() + "/"
        self.model = Model(site)
        self.faults = []
        self.name = ""

    def note(self, sentence):
        self.faults.append(f"{self.name}: {sentence}")

    def expect(self, what, found, wanted):
        if found != wanted:
            self.note(f"{what} is {str(found)[:300]!r} instead of {str(wanted)[:300]!r}")

    async def open(self, hash="", scheme="light", script=True, width=1280, page="findings.html"):
        context = await self.browser.context(scheme, script=script, width=width)
        tab = await context.new_page()
        watch(tab, self.address, self.note)
        await tab.goto(self.address + page + hash, wait_until="load")
        if script:
            await tab.wait_for_selector("#count")
        return tab

    async def shown(self, tab):
        """The ids of the rows on the page, in their order."""
        return await tab.eval_on_selector_all(
            ROWS + " th small", "all => all.map(one => one.textContent)")

    async def compare(self, tab, what, rows):
        """Whether these findings are shown: their count, and the first fifty in this order."""
        count = await tab.text_content("#count")
        start = f"{len(rows):,} of {len(self.model.rows):,} findings"
        if not count.startswith(start):
            self.note(f"{what}: says “{count}” instead of “{start}”")
        self.expect(f"{what}: rows", await self.shown(tab), ids(rows)[:50])

    async def choose(self, tab, key, *labels):
        """Opens a filter's menu, ticks boxes by the beginnings of their labels, and closes it."""
        await tab.click(f".menu[data-key={key}] > summary")
        for label in labels:
            box = tab.locator(f".menu[data-key={key}] label:visible", has_text=label).first
            await box.click()
        await tab.keyboard.press("Escape")

    async def download(self, tab):
        """The rows of the file that the button gives."""
        async with tab.expect_download() as waiting:
            await tab.click("text=Download these as CSV")
        text = Path(await (await waiting.value).path()).read_bytes().decode("utf-8")
        if text.count("\r\n") != text.count("\n"):
            self.note("the CSV has line ends that are not CR LF")
        return list(csv.DictReader(io.StringIO(text, newline="")))


# ---- What a person does; each step is given an Explorer.

async def opens_with_open_ones(own):
    tab = await own.open()
    await own.compare(tab, "at first", own.model.find(state=["open"]))
    own.expect("the address", "#" in tab.url, False)
    own.expect("the static list hidden", await tab.is_hidden("#pages"), True)
    await tab.wait_for_timeout(600)
    own.expect("the spoken count", await tab.text_content("#explorer [role=status]"),
               await tab.text_content("#count"))


async def filters(own):
    """Each filter by its first two values that findings have, and several filters at once."""
    for key in ["sev", "state", "so", "account", "region", "check", "service", "standard",
                "source", "owner"]:
        values = sorted({value for row in own.model.rows
                         for value in own.model.values(row, key) if value})[:2]
        tab = await own.open("#state=all")
        for number in range(1, len(values) + 1):
            label = await label_of(own, key, values[number - 1])
            await own.choose(tab, key, label)
            await own.compare(tab, f"{key} {values[:number]}",
                              own.model.find(**{key: values[:number]}))
        await tab.context.close()
    tab = await own.open()
    await own.choose(tab, "sev", "High", "Medium")
    await own.choose(tab, "service", "IAM")
    wanted = own.model.find(state=["open"], sev=["high", "medium"], service=["IAM"])
    await own.compare(tab, "three filters", wanted)
    await tab.click("text=Severity: High")
    await own.compare(tab, "without one of them",
                      own.model.find(state=["open"], sev=["medium"], service=["IAM"]))
    await tab.click("text=Clear all")
    await own.compare(tab, "all cleared", own.model.find())


async def label_of(own, key, value):
    shared = own.model.shared
    lists = {"sev": [item[:2] for item in shared["severities"]],
             "state": [item[:2] for item in shared["states"]],
             "so": [item[:2] for item in shared["objectives"]]}
    return dict(lists.get(key, [])).get(value, value + " " if key == "check" else value)


async def counts_in_menus(own):
    tab = await own.open("#state=all&service=IAM")
    await tab.click(".menu[data-key=sev] > summary")
    for word, title, *_ in own.model.shared["severities"]:
        label = tab.locator(".menu[data-key=sev] li", has_text=title)
        wanted = len(own.model.find(service=["IAM"], sev=[word]))
        if await label.is_visible():
            own.expect(f"the count of {word}", await label.locator(".ct").text_content(),
                       f"{wanted:,}")
        elif own.model.find(sev=[word]):
            own.note(f"{word} is no box")


async def searches(own):
    tab = await own.open("#state=all")
    row = next(row for row in own.model.rows if len(row["resource"]) > 30)
    part = row["resource"][12:28]
    texts = [["iam.3"], [part.upper()], ["KÖLN"], ["zürich"], ["s3", "eu-central"],
             ["security", "open", "ports"], [row["account"][:6]], ["nothing-is-called-so"]]
    for words in texts:
        await tab.fill("#filter", " ".join(words))
        rows = own.model.find(words)
        await own.compare(tab, f"search for {words}", rows)
        own.expect(f"search for {words}: the hint", await tab.is_visible("#explorer > .note"),
                   not rows)
    for text, wanted in [(row["id"], [row]), (row["id"].split("-")[-1][:6], [row]),
                         ('"access key"', own.model.find(["access key"]))]:
        await tab.fill("#filter", text)
        await own.compare(tab, f"search for {text}", wanted)
    await tab.fill("#filter", "")
    await tab.type("#filter", "buckets s3")
    await own.compare(tab, "letter by letter", own.model.find(["buckets", "s3"]))
    await tab.fill("#filter", "")
    await tab.type("#filter", part)
    await own.compare(tab, f"{part}, letter by letter", own.model.find([part]))


async def empty_result_helps(own):
    row = next(row for row in own.model.rows if row["state"] == "passed")
    tab = await own.open()
    await tab.fill("#filter", row["id"])
    await tab.click("#explorer > .note button")
    await own.compare(tab, "in other states", [row])
    tab = await own.open("#account=000000000000")
    own.expect("the chip of what is not there", await tab.text_content(".chip >> nth=0"),
               "Account: 000000000000, which is not in this report×")


async def sorts(own):
    rows = own.model.rows
    tab = await own.open("#state=all")
    for column in explorer_times.COLUMNS:
        heading = f"#found th.co-{column}"
        is_descending = column == "sev"
        for direction in (is_descending, not is_descending):
            await tab.click(heading + " button")
            word = "descending" if direction else "ascending"
            own.expect(f"aria-sort of {column}", await tab.get_attribute(heading, "aria-sort"),
                       word)
            await own.compare(tab, f"{column} {word}", own.model.ordered(rows, column, direction))
        await tab.click(heading + " button")
        own.expect(f"aria-sort of {column} at last", await tab.get_attribute(heading, "aria-sort"),
                   None)
        await own.compare(tab, "worst first again", rows)


async def groups(own):
    open_ones = own.model.find(state=["open"])
    for by, key in [("check", "check"), ("account", "account"), ("resource", "resource")]:
        tab = await own.open()
        await tab.select_option("#group", by)
        names = list(dict.fromkeys(row[key] for row in open_ones))
        found = await tab.locator("#found tr.xg").count()
        own.expect(f"groups by {by}", found, min(len(names), 50))
        first = tab.locator("#found tr.xg").first
        name = open_ones[0][key]
        if by != "account":
            own.expect(f"the first group by {by}", name in await first.text_content(), True)
        group = await first.text_content()
        await first.locator("button").click()
        shown = await own.shown(tab)
        rows = [row for row in open_ones if row[key] == row_of(own, shown[0])[key]]
        own.expect(f"rows of the first group by {by}", shown, ids(rows)[:49])
        own.expect(f"the count of “{group}”", f"{len(rows)} open" in group, True)
        own.expect("the button of an unfolded group",
                   await first.locator("button").get_attribute("aria-expanded"), "true")
        await tab.reload()
        await tab.wait_for_selector("#count")
        own.expect(f"groups by {by} after a reload", await own.shown(tab), shown)
        await tab.locator("#found tr.xg button").first.click()
        own.expect(f"rows of folded groups by {by}", await own.shown(tab), [])
        await tab.click("text=Unfold all")
        own.expect("rows of all groups", len(await own.shown(tab)) > len(shown), True)
        await tab.context.close()


def row_of(own, id):
    return next(row for row in own.model.rows if row["id"] == id)


async def pages(own):
    tab = await own.open("#state=all")
    rows = ids(own.model.rows)
    await tab.click(".pg >> text=Next")
    own.expect("page 2", await own.shown(tab), rows[50:100])
    own.expect("the focus", await tab.evaluate("document.activeElement.textContent"), "Next")
    await tab.click(".pg >> text=Last")
    own.expect("the last page", await own.shown(tab), rows[(len(rows) - 1) // 50 * 50:])
    own.expect("Next at the end", await tab.is_disabled(".pg >> text=Next"), True)
    await tab.click(".pg >> text=Previous")
    await tab.click(".pg >> text=First")
    own.expect("the first page", await own.shown(tab), rows[:50])


async def addresses(own):
    """A view comes back in a new tab, and step by step with the button to go back."""
    tab = await own.open()
    await own.choose(tab, "sev", "Medium")
    await tab.type("#filter", "s3", delay=30)
    await tab.wait_for_timeout(400)
    await tab.click("#found th.co-region button")
    await tab.select_option("#group", "account")
    await tab.click("text=Unfold all")
    shown, count = await own.shown(tab), await tab.text_content("#count")
    other = await own.open("#" + tab.url.split("#")[1])
    own.expect("the rows in a new tab", await own.shown(other), shown)
    own.expect("the count in a new tab", await other.text_content("#count"), count)
    own.expect("the search in a new tab", await other.input_value("#filter"), "s3")
    for _ in range(3):
        await tab.go_back()
        await tab.wait_for_timeout(50)
    await own.compare(tab, "three steps back",
                      own.model.find(["s3"], state=["open"], sev=["medium"]))
    await tab.go_back()
    await tab.wait_for_timeout(50)
    await own.compare(tab, "before the search", own.model.find(state=["open"], sev=["medium"]))
    own.expect("the search then", await tab.input_value("#filter"), "")
    tab = await own.open("#q=key&sev=medium")
    await own.compare(tab, "an address without states", own.model.find(["key"], sev=["medium"]))


async def finding_by_address(own):
    row = own.model.rows[-1]
    tab = await own.open(f"#{row['id']}")
    own.expect("the marked finding", await tab.text_content("#found .hit th small"), row["id"])
    own.expect("it is in sight", await tab.evaluate(
        "(() => { const box = document.querySelector('.hit').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; })()"), True)
    details = await tab.text_content("#found .hit + .xd")
    for name in ("resource", "title", "remediation"):
        own.expect(f"{name} in its details", row[name] in details, True)
    await tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await tab.click("text=Copy link to this finding")
    link = await tab.evaluate("navigator.clipboard.readText()")
    own.expect("the copied link", link, f"{own.address}findings.html#{row['id']}")
    await tab.click(f"text=Only {row['check']}")
    await own.compare(tab, "only its check", own.model.find(check=[row["check"]]))
    tab = await own.open("#IAM.3-0000000000")
    own.expect("what is said of none", await tab.text_content("#explorer-state"),
               "No finding of this report is called IAM.3-0000000000.")


async def csv_of_what_is_shown(own):
    tab = await own.open("#state=all")
    rows = await own.download(tab)
    own.expect("its columns", list(rows[0]), own.model.columns + ["requirements"])
    for found, wanted in zip(rows, own.model.rows, strict=True):
        for column in own.model.columns:
            own.expect(f"{column} of {wanted['id']}", found[column], wanted[column])
    check = next(check for check in own.model.shared["checks"] if check["id"] == "IAM.3")
    wanted = "; ".join(f"{name} {', '.join(numbers)}" for name, numbers in check["requirements"])
    own.expect("the requirements of IAM.3",
               next(row for row in rows if row["check"] == "IAM.3")["requirements"], wanted)
    tab = await own.open("#state=open&state=excepted&q=a&sort=-resource")
    wanted = own.model.ordered(
        own.model.find(["a"], state=["open", "excepted"]), "resource", True)
    own.expect("the rows of a filter", ids(await own.download(tab)), ids(wanted))
    tab = await own.open("#group=account&state=open")
    rows = await own.download(tab)
    own.expect("the findings of folded groups", len(rows), len(own.model.find(state=["open"])))
    accounts = list(dict.fromkeys(row["account"] for row in rows))
    own.expect("they stand group by group", [row["account"] for row in rows],
               sorted((row["account"] for row in rows), key=accounts.index))


async def keyboard(own):
    tab = await own.open("#state=all")
    await tab.keyboard.press("/")
    await tab.keyboard.type("iam")
    wanted = own.model.find(["iam"])
    await own.compare(tab, "typed after /", wanted)
    await tab.keyboard.press("Tab")
    own.expect("Tab goes to", await tab.evaluate("document.activeElement.id"), "group")
    await tab.keyboard.press("Tab")
    await tab.keyboard.press("Enter")
    own.expect("Enter opens the first menu", await tab.is_visible(".panel >> nth=0"), True)
    await tab.keyboard.press("Tab")
    await tab.keyboard.press("Space")
    await tab.keyboard.press("Escape")
    own.expect("Escape closes the menu", await tab.is_visible(".panel >> nth=0"), False)
    await own.compare(tab, "critical by the keyboard", own.model.find(["iam"], sev=["critical"]))
    await tab.goto(own.address + "findings.html#state=all&q=iam")
    await tab.focus("#found th.co-check button")
    await tab.keyboard.press("Space")
    own.expect("Space on a heading sorts",
               await tab.get_attribute("#found th.co-check", "aria-sort"), "ascending")
    await tab.keyboard.press("j")
    await tab.keyboard.press("ArrowDown")
    await tab.keyboard.press("ArrowDown")
    await tab.keyboard.press("k")
    line = "document.activeElement.closest('tr').querySelector('th small')?.textContent"
    rows = own.model.ordered(wanted, "check", False)
    own.expect("the row of j, down, down, k", await tab.evaluate(line), rows[1]["id"])
    await tab.keyboard.press("d")
    own.expect("d shows details", await tab.locator(".xd").count(), 1)
    await tab.keyboard.press("d")
    for _ in range(49):
        await tab.keyboard.press("j")
    own.expect("the row 50 further on", await tab.evaluate(line), rows[50]["id"])
    await tab.keyboard.press("k")
    own.expect("and back on the page before", await tab.evaluate(line), rows[49]["id"])
    await tab.keyboard.press("?")
    own.expect("? lists the keys", await tab.is_visible("dialog"), True)
    await tab.click("dialog label")
    await tab.keyboard.press("Escape")
    await tab.focus("#found .go >> nth=0")
    await tab.keyboard.press("j")
    own.expect("j does nothing when keys are off", await tab.evaluate(line), rows[0]["id"])
    async with tab.expect_navigation():
        await tab.keyboard.press("Enter")
    own.expect("Enter opens the check", tab.url.removeprefix(own.address).split("/")[0], "checks")


async def header_stays(own):
    tab = await own.open("#state=all")
    await tab.locator(ROWS).nth(40).scroll_into_view_if_needed()
    await tab.mouse.wheel(0, 300)
    await tab.wait_for_timeout(200)
    box = await tab.locator("#found th.co-check").bounding_box()
    top = await tab.locator("header.top").bounding_box()
    own.expect("the headings below the bar", abs(box["y"] - top["height"]) < 3, True)


async def narrow(own):
    tab = await own.open("#state=all", width=360)
    own.expect("it is too wide", await tab.evaluate(OVERFLOW), None)
    own.expect("filters are folded", await tab.is_hidden(".menu >> nth=0"), True)
    await tab.click("text=More filters")
    await own.choose(tab, "sev", "Low")
    await own.compare(tab, "low on a phone", own.model.find(sev=["low"]))
    await tab.locator(".tgl").first.click()
    own.expect("it is too wide with details", await tab.evaluate(OVERFLOW), None)
    roles = await tab.evaluate(
        "[...document.querySelectorAll('#found, #found :is(thead, tbody, tr, th, td)')]"
        ".filter(one => !one.hasAttribute('role')).length")
    own.expect("parts of the table without a role", roles, 0)
    own.expect("rows are cards", await tab.evaluate(
        "getComputedStyle(document.querySelector('#found tbody tr')).display"), "flex")


async def without_script(own):
    tab = await own.open(script=False)
    own.expect("the static list", await tab.is_visible("#findings"), True)
    own.expect("the explorer", await tab.is_hidden("#explorer"), True)
    own.expect("a line of the explorer", await tab.is_hidden("#explorer-state"), True)
    rows = await tab.locator("#findings tbody tr").count()
    own.expect("its rows", rows > 0 and rows <= len(own.model.rows), True)


async def without_data(own):
    """Without a file of findings the list stays and a line says why."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site").resolve()
        shutil.copytree(own.site, site)
        for name in ("findings-1.js", "findings.js"):
            (site / "data" / name).unlink()
            context = await own.browser.context("light")
            tab = await context.new_page()
            await tab.goto(f"{site.as_uri()}/findings.html", wait_until="load")
            own.expect(f"the list without {name}", await tab.is_visible("#findings"), True)
            own.expect(f"the line without {name}",
                       "cannot be loaded" in await tab.text_content("#explorer-state"), True)
            await context.close()


async def further_files(own):
    """A second file is loaded behind the first; where it is not there, the list comes back."""
    count = len(own.model.rows)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site").resolve()
        shutil.copytree(own.site, site)
        first, shared = site / "data/findings-1.js", site / "data/findings.js"
        text = shared.read_text(encoding="utf-8")
        text = text.replace(f'"findings":{count},', f'"findings":{2 * count},')
        shared.write_text(text, encoding="utf-8")
        context = await own.browser.context("light")
        tab = await context.new_page()
        await tab.goto(f"{site.as_uri()}/findings.html#state=all", wait_until="load")
        await tab.wait_for_function(
            "document.getElementById('explorer-state').textContent.includes('cannot')")
        said = await tab.text_content("#explorer-state")
        own.expect("what is said of a missing file", said.split(". ")[0],
                   f"{count} of {2 * count} findings loaded; data/findings-2.js cannot be loaded")
        own.expect("the list then", await tab.is_visible("#findings"), True)
        second = first.read_text(encoding="utf-8").replace("findings(1,", "findings(2,", 1)
        first.with_name("findings-2.js").write_text(second, encoding="utf-8")
        await tab.reload(wait_until="load")
        await tab.wait_for_function("document.getElementById('explorer-state').hidden")
        own.expect("the count with both files", (await tab.text_content("#count")).split(",")[0],
                   f"{2 * count} of {2 * count} findings")
        await context.close()


async def further_pages(own):
    """A further page of the static list hands filters to the explorer, and keeps its rows."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site").resolve()
        shutil.copytree(own.site, site)
        shutil.copy(site / "findings.html", site / "findings-2.html")
        for script, page in ((True, "findings.html"), (False, "findings-2.html")):
            context = await own.browser.context("light", script=script)
            tab = await context.new_page()
            await tab.goto(f"{site.as_uri()}/findings-2.html#sev=high&state=open")
            await tab.wait_for_url(f"**/{page}#sev=high&state=open", timeout=5000)
            await context.close()


async def one_policy(own):
    tab = await own.open()
    tries = {
        "a text as the address of a script": "document.createElement('script').src = 'data/x.js'",
        "a second policy": "trustedTypes.createPolicy('so-report-data', {})",
        "another policy": "trustedTypes.createPolicy('other', {})",
    }
    watching = own.faults
    own.faults = []  # Chromium reports each try on the console.
    for what, script in tries.items():
        try:
            await tab.evaluate(f"() => {{ {script}; }}")
            watching.append(f"{own.name}: {what} is let through")
        except Error:
            pass
    own.faults = watching


async def accessible(own):
    views = [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]
    for scheme, width in views:
        tab = await own.open("#state=all&group=check&unfold=*", scheme=scheme, width=width)
        await tab.locator(".tgl:not(.go)").first.click()
        if width == 360:
            await tab.click("text=More filters")
        await tab.click(".menu[data-key=account] > summary")
        await ask_axe(own, tab, f"{scheme}, {width}")
        await tab.goto(own.address + "findings.html#q=nothing-is-called-so&state=open")
        await ask_axe(own, tab, f"{scheme}, {width}, nothing found")
        await tab.keyboard.press("Escape")
        await tab.click("text=Keys")
        await ask_axe(own, tab, f"{scheme}, {width}, keys")
        await tab.context.close()


async def ask_axe(own, tab, view):
    result = await Axe().run(tab, options=AXE)
    for violation in result.response["violations"]:
        nodes = ", ".join(node["html"][:120] for node in violation["nodes"][:3])
        own.note(f"axe ({view}): {violation['id']}: {violation['help']}: {nodes}")


STEPS = [opens_with_open_ones, filters, counts_in_menus, searches, empty_result_helps, sorts,
         groups, pages, addresses, finding_by_address, csv_of_what_is_shown, keyboard,
         header_stays, narrow, without_script, without_data, further_files, further_pages,
         one_policy, accessible]


async def run(options):
    async with Browser(options.chromium) as browser:
        if options.large:
            await explorer_times.measure(browser, options.large.resolve(), options.runs)
            return 0
        own = Explorer(browser, options.site.resolve())
        for step in STEPS:
            if options.only and options.only not in step.__name__:
                continue
            own.name = step.__name__.replace("_", " ")
            before = len(own.faults)
            try:
                await step(own)
            except (Error, IndexError, StopIteration, ValueError) as error:
                own.note(f"cannot go on: {str(error).splitlines()[0]}")
            print(f"  {own.name}: {len(own.faults) - before} faults", flush=True)
    for fault in own.faults[:60]:
        print(fault)
    return 1 if own.faults else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the site")
    parser.add_argument("--large", type=Path, metavar="SITE", help="measure on this site")
    parser.add_argument("--runs", type=int, default=10, metavar="N", help="how often to measure")
    parser.add_argument("--only", metavar="WORD", help="only steps with this in their name")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser's program")
    options = parser.parse_args()
    if not (options.site / "findings.html").is_file():
        parser.error(f"{options.site} is no site of so-report")
    return asyncio.run(run(options))


if __name__ == "__main__":
    sys.exit(main())
