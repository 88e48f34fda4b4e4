#!/usr/bin/env python3
"""Hands a report on in every form and opens it as who gets it would.

    sharing_test.py site --program .build/release/so-report

Builds the sample report as a ZIP and a single file, and cuts SO 3 out of the site. The ZIP is
unpacked, has the files of the site, and is clicked through. The single file is read light, dark, at
360 pixels, without script and on paper, where every page's h1 has to be. The excerpt must have no dead
link, ask for nothing that is not there, and lead to the page that cites the report. Needs pdftotext of
poppler-utils.
"""

import argparse
import asyncio
import filecmp
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Error

from check_site import Browser, OVERFLOW, watch
from site_links import LinkChecker

AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
       "rules": {"target-size": {"enabled": True}}, "preload": False}

# The ids of pages that a screen shows.
SHOWN = """() => [...document.querySelectorAll('main > .page')]
  .filter((page) => page.getClientRects().length).map((page) => page.id)"""


class Run:
    """One set of outputs in one browser; `faults` are sentences about what is wrong."""

    def __init__(self, browser, folder):
        self.browser, self.folder, self.faults = browser, folder, []

    def expect(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)

    async def open(self, context, path, fragment=""):
        page = await context.new_page()
        page.set_default_timeout(20_000)
        file = self.folder / path
        base = file.as_uri() if file.suffix == ".html" and "/" not in path else \
            (self.folder / path.split("/")[0]).as_uri()
        watch(page, base, lambda text: self.faults.append(f"{path}: {text}"))
        await page.goto(file.as_uri() + fragment, wait_until="load")
        return page


def make(program, site, folder):
    """Writes the three forms; the ZIPs are unpacked into folders of their names."""
    def command(*arguments):
        subprocess.run([program, *arguments, "--quiet"], check=True)
    command("demo", "--bundle", folder / "whole.zip", "--single-file", folder / "single.html")
    command("bundle", site, "--objective", "so-3", "--output", folder / "part.zip")
    for name in ("whole", "part"):
        with zipfile.ZipFile(folder / f"{name}.zip") as archive:
            archive.extractall(folder / name)


async def unpacks(run, site):
    """The ZIP has the site's files, and its pages lead to each other."""
    whole = run.folder / "whole"
    names = {str(path.relative_to(whole)) for path in whole.rglob("*") if path.is_file()}
    wanted = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    run.expect(names == wanted, f"the ZIP and the site differ in {sorted(names ^ wanted)[:5]}")
    _, other, missing = filecmp.cmpfiles(site, whole, sorted(names & wanted), shallow=False)
    run.expect(not other + missing, f"files of the ZIP are not those of the site: {other[:5]}")
    context = await run.browser.context("light")
    page = await run.open(context, "whole/index.html")
    for link, heading in (("SO 3 Programmatic", "SO 3"), ("IAM.4", "IAM.4"),
                          ("Method and sources", "Method and sources")):
        await page.get_by_role("link", name=link).first.click()
        await page.wait_for_load_state()
        title = await page.locator("h1").inner_text()
        run.expect(heading in title, f"in the ZIP, {link!r} leads to {title!r}")
    await context.close()


async def shows_single(run):
    """Each screen shows one page, the one that the address names, with and without script."""
    for scheme, width, script in (("light", 1280, True), ("dark", 1280, True),
                                  ("light", 360, True), ("light", 1280, False)):
        where = f"the single file, {scheme}, {width}{'' if script else ', without script'}"
        context = await run.browser.context(scheme, script=script, width=width)
        page = await run.open(context, "single.html")
        shown = await page.evaluate(SHOWN)
        run.expect(shown == ["index"], f"{where} begins with {shown}, not with the overview")
        for fragment in ("checks_iam-4", "workpapers_so-3", "questions", "sources"):
            await page.goto(f"{page.url.split('#')[0]}#{fragment}")
            shown = await page.evaluate(SHOWN)
            run.expect(shown == [fragment], f"{where} shows {shown[:3]} instead of {fragment}")
            overflow = await page.evaluate(OVERFLOW)
            run.expect(not overflow, f"{where}: {fragment} is too wide: {overflow}")
        await page.goto(f"{page.url.split('#')[0]}#so-3")
        link = page.locator("#so-3 a[href='#so-3__checks']").first
        await link.click()
        shown = await page.evaluate(SHOWN)
        run.expect(shown == ["so-3"], f"{where}: a link in a page shows {shown[:3]}")
        await page.locator("#so-3 .crumb a").first.click()
        run.expect(await page.evaluate(SHOWN) == ["index"],
                   f"{where}: the link to the overview does not lead there")
        background = await page.evaluate("getComputedStyle(document.body).backgroundColor")
        is_dark = sum(map(int, re.findall(r"\d+", background)[:3])) < 200
        run.expect(is_dark == (scheme == "dark"), f"{where} has the background {background}")
        await page.goto(f"{page.url.split('#')[0]}#everything")
        count = await page.locator("main > .page").count()
        run.expect(len(await page.evaluate(SHOWN)) == count, f"{where}: not all pages are shown")
        await context.close()


async def switches_theme(run):
    context = await run.browser.context("light")
    page = await run.open(context, "single.html")
    button = page.locator("#theme")
    before = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    seen = set()
    for _ in range(3):
        await button.click()
        seen.add(await page.evaluate("getComputedStyle(document.body).backgroundColor"))
    run.expect(len(seen | {before}) == 2, "the theme of the single file does not change")
    await context.close()


async def is_accessible(run):
    """The first screens of the single file and of the excerpt."""
    for name in ("single.html", "part/index.html", "part/full-report.html"):
        for scheme in ("light", "dark"):
            context = await run.browser.context(scheme)
            page = await run.open(context, name)
            result = await Axe().run(page, options=AXE)
            for fault in result.response["violations"]:
                nodes = [node["target"] for node in fault["nodes"][:3]]
                run.faults.append(f"{name}, {scheme}: axe {fault['id']}: {nodes}")
            await context.close()


def squeezed(text):
    """Text without white space, without what breaks lines, and in small letters."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text).casefold()


async def prints_single(run):
    """On paper every page's h1 is there, one page behind the other."""
    context = await run.browser.context("light")
    page = await run.open(context, "single.html")
    headings = await page.locator("main h1").all_text_contents()
    count = await page.locator("main > .page").count()
    run.expect(len(headings) == count, f"{count} pages have {len(headings)} h1 elements")
    file = run.folder / "single.pdf"
    await page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True,
                          check=True).stdout
    found = squeezed(text)
    missing = [heading for heading in headings if squeezed(heading) not in found]
    run.expect(not missing, f"{len(missing)} headings are not on paper: {missing[:5]}")
    await context.close()


async def reads_excerpt(run):
    """No dead link; links out lead to the citation; pages load nothing that is not there."""
    part = run.folder / "part"
    for name, problem in LinkChecker(part).problems():
        run.faults.append(f"the excerpt: {name}: {problem}")
    pages = sorted(str(path.relative_to(part)) for path in part.rglob("*.html"))
    context = await run.browser.context("light", width=360)
    for name in pages:
        page = await run.open(context, f"part/{name}")
        overflow = await page.evaluate(OVERFLOW)
        run.expect(not overflow, f"the excerpt: {name} is too wide for 360: {overflow}")
        await page.close()
    page = await run.open(context, "part/so-3.html")
    await page.get_by_role("link", name="How a verdict is reached").first.click()
    await page.wait_for_load_state()
    run.expect(page.url.endswith("/part/full-report.html"), f"a link out leads to {page.url}")
    digest = await page.locator("footer .mono").inner_text()
    cited = await page.locator("#report").inner_text()
    run.expect(digest in cited, "the citation lacks the digest that pages print")
    await page.get_by_role("link", name="What is in this excerpt").click()
    await page.wait_for_load_state()
    await page.get_by_role("link", name="IAM.4").first.click()
    await page.wait_for_load_state()
    run.expect("IAM.4" in await page.locator("h1").inner_text(), "the index leads to no check")
    await context.close()


async def run_all(site, program):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder).resolve()
        make(program, site, folder)
        async with Browser("/usr/bin/chromium") as browser:
            run = Run(browser, folder)
            for words, step in (
                    ("unpacking the ZIP", unpacks(run, site)),
                    ("reading the single file", shows_single(run)),
                    ("switching its theme", switches_theme(run)),
                    ("asking axe", is_accessible(run)),
                    ("printing the single file", prints_single(run)),
                    ("reading the excerpt", reads_excerpt(run))):
                print(f"  {words}", flush=True)
                try:
                    await step
                except Error as error:
                    run.faults.append(f"{words} ended early: {error.message.splitlines()[-1]}")
            return run.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, help="the folder of the sample report")
    parser.add_argument("--program", type=Path, required=True, help="so-report")
    arguments = parser.parse_args()
    if not arguments.site.is_dir() or not arguments.program.is_file():
        parser.error("there is no such site or program")
    faults = asyncio.run(run_all(arguments.site.resolve(), arguments.program.resolve()))
    for fault in faults:
        print(f"  {fault}")
    print(f"  {len(faults)} faults" if faults else "  no fault found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
