#!/usr/bin/env python3
"""Looks at one page of each kind as a reader with any device would, in headless Chromium.

Each is opened light and dark, 1280 and 360 pixels wide, with and without JavaScript, and has to pass
every rule of axe-core; what a screen reader is told of its headings, tables and live counts has to
be as recorded in kinds/; on paper it has to have its heading, its numbered pages and no empty
sheet. The theme button is used as a person would.

    kinds_test.py site
    kinds_test.py site --record     writes kinds/ anew, and fails, so that the change is looked at

check_site.py opens every page of the site; these stand for their kinds (KINDS below).
"""

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Error

from check_site import OVERFLOW, Browser, watch

# What a page is, and the page that stands for all of its kind.
KINDS = {
    "overview": "index.html",
    "plan": "plan.html",
    "objective": "so-3.html",
    "check": "checks/s3-5.html",
    "account": "accounts/777788889999.html",
    "accounts": "accounts.html",
    "findings": "findings.html",
    "questionnaire": "questions.html",
    "exceptions": "exceptions.html",
    "gaps": "gaps.html",
    "other-findings": "other-findings.html",
    "sources": "sources.html",
    "standard": "standards/cis-v5-0-0.html",
    "workpaper": "workpapers/so-3.html",
}
VIEWS = [(scheme, width, script) for script in (True, False) for scheme in ("light", "dark")
         for width in (1280, 360)]
# Every rule of axe, experimental ones left out; target-size is off by default.
OPTIONS = {"preload": False, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
RECORDED = Path(__file__).parent / "kinds"
# What is kept of an accessibility tree: the parts by which a person finds the way.
PARTS = re.compile(r"^\s*- (?:'|\")?(heading|table|navigation|main|banner|contentinfo|region|status|search|button|searchbox|combobox)\b")


def outline(tree):
    """The headings, landmarks, named tables and controls of an accessibility tree, in its order."""
    lines = []
    for line in tree.splitlines():
        found = PARTS.match(line)
        if found:
            text = line.strip().removeprefix("- ").strip("'").rstrip(":")
            # Controls and headings in rows of tables repeat what the rows say.
            lines.append(re.sub(r"\s+", " ", text))
    return lines


class Look:
    """The browser, and what is wrong so far."""

    def __init__(self, browser, site):
        self.browser, self.site, self.address = browser, site, site.as_uri() + "/"
        self.faults = []

    async def open(self, name, scheme="light", width=1280, script=True):
        """A page; without script its scripts are empty, since axe itself is one."""
        context = await self.browser.context(scheme, True, width)
        page = await context.new_page()
        page.set_default_timeout(30_000)
        if not script:
            await page.route("**/*.js", lambda route: route.fulfill(
                body="", content_type="text/javascript"))
        watch(page, self.address, lambda sentence: self.faults.append(f"{name}: {sentence}"))
        await page.goto(self.address + name, wait_until="load")
        await page.wait_for_load_state("networkidle")
        return page

    async def in_view(self, name, scheme, width, script):
        """Axe and overflow in one view."""
        view = f"{scheme}, {width} px, {'with' if script else 'without'} script"
        page = await self.open(name, scheme, width, script)
        try:
            results = await Axe().run(page, options=OPTIONS)
            for violation in results.response["violations"]:
                nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                self.faults.append(
                    f"{name}: axe {violation['id']} ({view}): {len(violation['nodes'])} × {nodes}")
            overflow = await page.evaluate(OVERFLOW)
            if overflow:
                self.faults.append(f"{name}: too wide ({view}): {overflow}")
        finally:
            await page.context.close()

    async def tree(self, kind, name, record):
        """What a screen reader finds, compared with what was recorded."""
        page = await self.open(name)
        lines = outline(await page.locator("body").aria_snapshot())
        await page.context.close()
        file = RECORDED / f"{kind}.txt"
        if record:
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            return
        wanted = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        if lines != wanted:
            missing = [line for line in wanted if line not in lines][:3]
            new = [line for line in lines if line not in wanted][:3]
            self.faults.append(f"{name}: the accessibility tree is not as recorded: missing {missing}, "
                               f"new {new}; look, and record it with --record")

    async def paper(self, name, folder):
        """The page as PDF: its heading, its numbers, and no empty sheet."""
        page = await self.open(name)
        heading = " ".join((await page.locator("h1").inner_text()).split())
        file = Path(folder) / (name.replace("/", "-") + ".pdf")
        await page.pdf(path=file, prefer_css_page_size=True)
        await page.context.close()
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True,
                              check=True).stdout
        sheets = text.split("\f")[:-1]
        if heading.split()[-1] not in " ".join(text.split()):
            self.faults.append(f"{name}: on paper the heading “{heading}” is missing")
        for number, sheet in enumerate(sheets, 1):
            if f"Page {number} of {len(sheets)}" not in sheet:
                self.faults.append(f"{name}: sheet {number} of {len(sheets)} does not say so")
            if len(" ".join(sheet.split())) < 60:
                self.faults.append(f"{name}: sheet {number} of {len(sheets)} is empty")
        if "<script" in text and "alert" not in text:
            self.faults.append(f"{name}: markup on paper")

    async def theme(self):
        """The theme button goes round, keeps the choice for other pages, and starts from the system's."""
        page = await self.open("index.html")
        button = page.get_by_role("button", name=re.compile("^Theme"))
        background = "() => getComputedStyle(document.body).backgroundColor"
        light = await page.evaluate(background)
        seen = []
        for _ in range(3):
            await button.focus()
            await page.keyboard.press("Enter")
            seen.append((await button.inner_text(), await page.evaluate(background)))
        if [word for word, _ in seen] != ["Theme: light", "Theme: dark", "Theme: auto"]:
            self.faults.append(f"the theme button goes through {[word for word, _ in seen]}")
        if seen[1][1] == light or seen[0][1] != light or seen[2][1] != light:
            self.faults.append(f"the themes have the backgrounds {[colour for _, colour in seen]}")
        await button.click()
        await button.click()
        await page.goto(self.address + "gaps.html")
        if await page.evaluate(background) != seen[1][1]:
            self.faults.append("the dark theme is not kept on the next page")
        await page.context.close()


async def run(options):
    """Returns the exit code."""
    site = options.site.resolve()
    missing = [name for name in KINDS.values() if not (site / name).exists()]
    for name in missing:
        print(f"{name}: is not in the site")
    if missing:
        return 1
    RECORDED.mkdir(exist_ok=True)
    async with Browser(options.chromium) as browser:
        look = Look(browser, site)
        if not options.record:
            await look.theme()
        jobs = iter([] if options.record else
                    [(name, *view) for name in KINDS.values() for view in VIEWS])

        async def work():
            for job in jobs:
                try:
                    await asyncio.wait_for(look.in_view(*job), timeout=120)
                except (Error, asyncio.TimeoutError) as error:
                    look.faults.append(f"{job[0]}: {str(error).splitlines()[:1] or 'took too long'}")

        print(f"  {len(KINDS)} kinds of page in {len(VIEWS)} views", flush=True)
        await asyncio.gather(*(work() for _ in range(options.parallel)))
        with tempfile.TemporaryDirectory() as folder:
            for kind, name in KINDS.items():
                await look.tree(kind, name, options.record)
                if not options.record:
                    await look.paper(name, folder)
        print("  accessibility trees and paper", flush=True)
    for fault in look.faults:
        print(fault)
    if options.record:
        print(f"  recorded {len(KINDS)} trees in {RECORDED}; look at them")
        return 1
    print(f"  {len(look.faults)} faults" if look.faults else "  no fault found")
    return 1 if look.faults else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the sample's site")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser's program")
    parser.add_argument("--parallel", type=int, default=(os.cpu_count() or 1) + 1, metavar="N",
                        help="how many pages are open at once")
    parser.add_argument("--record", action="store_true", help="write what is expected anew, and fail")
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
