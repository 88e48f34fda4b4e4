#!/usr/bin/env python3
"""Uses plan.html and prints the workpapers of a site, as people would.

    plan_test.py site

Copies a ticket, once with a clipboard and once without; reads a ticket without script; follows the
links of the chart; looks at 360 pixels; asks axe, light and dark; and prints a workpaper and the plan
as PDF, in which every word of the page has to be. Needs pdftotext and pdfinfo of poppler-utils.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.async_playwright import Axe

from check_site import Browser, OVERFLOW, watch

AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa",
                                             "best-practice"]},
       "rules": {"target-size": {"enabled": True}}, "preload": False}

# The words of a page that paper shows: text of what is not hidden there.
WORDS = """() => {
  const words = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { words.push(node.data); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest('svg')) return;
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    if (node.classList.contains('vh')) return;
    for (const child of node.childNodes) walk(child);
    words.push(' ');
  };
  walk(document.querySelector('main'));
  return words.join('');
}"""


class Run:
    """One site in one browser; `faults` are sentences about what is wrong."""

    def __init__(self, browser, root):
        self.browser, self.root, self.faults = browser, root, []

    def expect(self, holds, sentence):
        if not holds:
            self.faults.append(sentence)

    def note(self, sentence):
        # A page that is left at once never loads its icon.
        if "icon.svg: net::ERR_ABORTED" not in sentence:
            self.faults.append(sentence)

    async def open(self, context, name, fragment=""):
        page = await context.new_page()
        watch(page, self.root.as_uri() + "/", lambda text: self.note(f"{name}: {text}"))
        await page.goto(f"{self.root.as_uri()}/{name}{fragment}", wait_until="load")
        return page


async def copies(run):
    """A click on the button puts the text of the ticket into the clipboard and says so."""
    context = await run.browser.context("light")
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = await run.open(context, "plan.html")
    ticket = page.locator(".ticket").nth(1)
    text = await ticket.locator("pre").text_content()
    button = ticket.get_by_role("button")
    await button.focus()
    await page.keyboard.press("Enter")
    await page.wait_for_timeout(200)
    said = await ticket.get_by_role("status").text_content()
    run.expect(said == "Copied.", f"the copy button says {said!r} instead of 'Copied.'")
    copied = await page.evaluate("navigator.clipboard.readText()")
    run.expect(copied.replace("\r\n", "\n") == text, "the clipboard has not the text of the ticket")
    run.expect(not await ticket.locator("details").evaluate("(d) => d.open"),
               "copying opens the details though there is a clipboard")
    name = await button.evaluate("(b) => b.textContent")
    run.expect(re.fullmatch(r"Copy ticket text for \S+", name),
               f"the copy button is called {name!r}, which names no item")
    await context.close()


async def copies_without_clipboard(run):
    """Without the clipboard's interface the text is selected, and copied the old way."""
    context = await run.browser.context("light")
    await context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});")
    page = await run.open(context, "plan.html")
    ticket = page.locator(".ticket").first
    text = await ticket.locator("pre").text_content()
    await ticket.get_by_role("button").click()
    await page.wait_for_timeout(100)
    selected = await page.evaluate("getSelection().toString()")
    run.expect(selected.strip() == text.strip(), "without a clipboard the ticket is not selected")
    run.expect(await ticket.locator("pre").is_visible(), "the selected ticket does not show")
    said = await ticket.get_by_role("status").text_content()
    run.expect(said.startswith("Copied") or "Ctrl+C" in said,
               f"without a clipboard the button says {said!r}")
    await context.close()
    context = await run.browser.context("light")
    await context.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false;")
    page = await run.open(context, "plan.html")
    await page.locator(".ticket").first.get_by_role("button").click()
    said = await page.locator(".ticket").first.get_by_role("status").text_content()
    run.expect("Ctrl+C" in said, f"where nothing can be copied the button says {said!r}")
    await context.close()


async def reads_without_script(run):
    """Without script the ticket is in its details, and no dead button stands there."""
    context = await run.browser.context("light", script=False)
    page = await run.open(context, "plan.html")
    run.expect(await page.locator(".ticket button").count() == 0, "there is a button without script")
    details = page.locator(".ticket details").first
    await details.locator("summary").click()
    run.expect(await details.locator("pre").is_visible(), "without script the ticket does not open")
    text = await details.locator("pre").text_content()
    for part in ("# ", "## Source", "Report digest"):
        run.expect(part in text, f"a ticket lacks {part!r}")
    await context.close()


async def follows_steps(run):
    """Each step of the chart leads to its heading, on whichever page it stands."""
    context = await run.browser.context("light")
    page = await run.open(context, "plan.html")
    links = await page.locator("#progress a").evaluate_all("(all) => all.map((a) => a.href)")
    run.expect(links, "the chart has no steps")
    for link in links:
        await page.goto(link)
        anchor = link.split("#")[1]
        shown = await page.locator(f"#{anchor}").count()
        run.expect(shown == 1, f"{link} leads to no step")
    await context.close()


async def fits_and_is_accessible(run, names):
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360)):
        context = await run.browser.context(scheme, width=width)
        for name in names:
            page = await run.open(context, name)
            overflow = await page.evaluate(OVERFLOW)
            run.expect(not overflow, f"{name} is too wide for {width}: {overflow}")
            await page.evaluate("for (const d of document.querySelectorAll('main details')) "
                                "d.open = true")
            result = await Axe().run(page, options=AXE)
            for fault in result.response["violations"]:
                nodes = [node["target"] for node in fault["nodes"][:3]]
                run.faults.append(f"{name}, {scheme}, {width}: axe {fault['id']}: {nodes}")
            await page.close()
        await context.close()


def squeezed(text):
    """Text without white space, what breaks lines, and capitals, which the style sheet may set."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text).lower()


async def prints(run, name, least, most):
    """The PDF has as many pages as it should, and every word of the page."""
    context = await run.browser.context("light")
    page = await run.open(context, name)
    await page.emulate_media(media="print")
    words = (await page.evaluate(WORDS)).split()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        await page.pdf(path=file, prefer_css_page_size=True, print_background=True)
        info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True,
                              check=True).stdout
        plain = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True,
                               check=True).stdout
    count = int(re.search(r"Pages:\s+(\d+)", info)[1])
    run.expect(least <= count <= most, f"{name} prints on {count} pages, not {least} to {most}")
    found = squeezed(text) + squeezed(plain)
    missing = sorted({word for word in words if squeezed(word) not in found})
    run.expect(not missing, f"{name}: {len(missing)} words are not in the PDF: {missing[:8]}")
    await context.close()
    return text, count


async def prints_workpaper(run, name):
    text, count = await prints(run, name, 3, 20)
    for part in ("WORKPAPER", "Test performed", "Answers", "Evidence", "Exceptions",
                 "What was not looked at", "Result", "Sample to be performed again", "Conclusion",
                 "Prepared by", "Reviewed by", "Signature"):
        run.expect(part.lower() in text.lower(), f"{name}: the paper lacks {part!r}")
    sheets = [sheet for sheet in text.split("\f") if sheet.strip()]
    title = "Workpaper SO"
    run.expect(all(title in sheet for sheet in sheets),
               f"{name}: not every sheet says which workpaper it is of")
    run.expect(f"Page {count} of {count}" in text, f"{name}: sheets are not numbered")


async def run_all(root):
    async with Browser("/usr/bin/chromium") as browser:
        run = Run(browser, root)
        workpapers = sorted(str(p.relative_to(root)) for p in root.glob("workpapers/*.html"))
        plans = sorted(p.name for p in root.glob("plan*.html"))
        run.expect(workpapers and plans, "there is no plan or no workpaper")
        steps = [
            ("copying a ticket", copies(run)),
            ("copying without a clipboard", copies_without_clipboard(run)),
            ("reading without script", reads_without_script(run)),
            ("following the steps", follows_steps(run)),
            ("asking axe", fits_and_is_accessible(run, plans + workpapers[:3])),
            ("printing the plan", prints(run, "plan.html", 3, 40)),
        ] + [(f"printing {name}", prints_workpaper(run, name)) for name in workpapers]
        for words, step in steps:
            print(f"  {words}", flush=True)
            await step
    return run.faults


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    faults = asyncio.run(run_all(Path(sys.argv[1]).resolve()))
    for fault in faults:
        print(f"  {fault}")
    print(f"  {len(faults)} faults" if faults else "  no fault found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
