#!/usr/bin/env python3
"""Opens every page of a site folder from file:// in headless Chromium and watches it.

Each page is opened light and dark, with and without JavaScript. It must have a title, a language,
a content security policy, one h1 and one main element, must fit a window 1280 and 360 pixels wide, must print nothing on the
console (where Chromium also reports what the content security policy forbids), and must load
nothing from outside the site. Relative links and anchors are checked without the browser.

    check_site.py site
    check_site.py site --screenshots pictures index.html so-3.html
"""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path
from urllib.parse import quote

from playwright.async_api import Error, async_playwright

from site_links import LinkChecker

WIDTHS = (1280, 360)
HEIGHT = 900
VIEWS = [(scheme, script) for script in (True, False) for scheme in ("light", "dark")]

# What every page has; returns sentences.
STRUCTURE = """() => {
  const problems = [];
  const count = (selector) => document.querySelectorAll(selector).length;
  if (!document.title.trim()) problems.push('the page has no title');
  if (!count('meta[http-equiv="Content-Security-Policy"]'))
    problems.push('the page has no content security policy');
  if (!document.documentElement.lang) problems.push('<html> has no lang');
  if (count('h1') !== 1) problems.push(`there are ${count('h1')} h1 elements instead of one`);
  if (count('main') !== 1) problems.push(`there are ${count('main')} main elements instead of one`);
  return problems;
}"""

# By how much the page is wider than the window, and the first elements that stand out.
OVERFLOW = """() => {
  const root = document.documentElement;
  const excess = root.scrollWidth - root.clientWidth;
  if (excess <= 0) return null;
  const isClipped = (element) => {
    for (let outer = element.parentElement; outer && outer !== root; outer = outer.parentElement)
      if (getComputedStyle(outer).overflowX !== 'visible') return true;
    return false;
  };
  const name = (element) => element.localName + (element.id ? '#' + element.id : '')
    + [...element.classList].map((word) => '.' + word).join('');
  const wide = [...document.body.querySelectorAll('*')].filter((element) =>
    element.getBoundingClientRect().right > root.clientWidth + 0.5 && !isClipped(element));
  return { excess, elements: wide.slice(0, 3).map(name) };
}"""


class Failures:
    """What is wrong, once for each page and sentence, with the views in which it was seen."""

    def __init__(self):
        self.views = {}

    def add(self, page, sentence, view=None):
        seen = self.views.setdefault((page, sentence), [])
        if view and view not in seen:
            seen.append(view)

    def lines(self):
        for (page, sentence), views in sorted(self.views.items()):
            where = f" ({', '.join(views)})" if views and len(views) < len(VIEWS) else ""
            yield f"{page}: {sentence}{where}"


class Browser:
    """Chromium, which cannot reach any network."""

    def __init__(self, chromium):
        self.chromium = chromium

    async def __aenter__(self):
        self.playwright = await async_playwright().start()
        self.browser = await self.playwright.chromium.launch(
            executable_path=self.chromium,
            args=["--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"])
        return self

    async def __aexit__(self, *_):
        await self.browser.close()
        await self.playwright.stop()

    async def context(self, scheme, script=True, width=WIDTHS[0]):
        return await self.browser.new_context(
            color_scheme=scheme, java_script_enabled=script, offline=True,
            reduced_motion="reduce", viewport={"width": width, "height": HEIGHT})


def watch(page, address, note):
    """Calls `note` with a sentence for whatever the page says or loads that it should not."""

    def heard(message):
        if message.type in ("error", "warning"):
            where = message.location.get("url", "").removeprefix(address)
            place = f" [{where}:{message.location.get('lineNumber', 0) + 1}]" if where else ""
            kind = "policy" if "Content Security Policy" in message.text else message.type
            note(f"console {kind}: {message.text[:300]}{place}")

    def requested(request):
        if not request.url.startswith(address):
            note(f"asks for {request.url[:200]}")

    def failed(request):
        if request.url.startswith(address):
            name = request.url.removeprefix(address)
            note(f"cannot load {name}: {request.failure}")

    def asked(dialog):
        note(f"opens a dialog: {dialog.message[:100]}")
        return asyncio.ensure_future(dialog.dismiss())

    page.on("console", heard)
    page.on("pageerror", lambda error: note(f"script error: {str(error)[:300]}"))
    page.on("request", requested)
    page.on("requestfailed", failed)
    page.on("websocket", lambda socket: note(f"opens the socket {socket.url[:200]}"))
    page.on("popup", lambda popup: note(f"opens the window {popup.url[:200]}"))
    page.on("dialog", asked)


async def visit(context, address, name, note):
    """Opens one page of the site at `address` in one view and notes what is wrong."""
    page = await context.new_page()
    watch(page, address, note)
    url = address + quote(name)
    try:
        await page.goto(url, wait_until="load", timeout=30_000)
        for problem in await page.evaluate(STRUCTURE):
            note(problem)
        for width in WIDTHS:
            await page.set_viewport_size({"width": width, "height": HEIGHT})
            overflow = await page.evaluate(OVERFLOW)
            if overflow:
                names = ", ".join(overflow["elements"]) or "an element that is cut off"
                note(f"{overflow['excess']} pixels too wide for {width}: {names}")
        if page.url.split("#")[0] != url:
            note(f"leads away to {page.url[:200]}")
    except Error as error:
        note(f"cannot be opened: {error.message.splitlines()[0]}")
    finally:
        await page.close()


async def visit_all(browser, address, names, failures, parallel, talk):
    """Opens every page in every view, `parallel` at once; `talk` prints how far it is."""
    jobs = [(view, name) for view in VIEWS for name in names]
    contexts = {view: await browser.context(*view) for view in VIEWS}
    start, done = time.monotonic(), 0
    queue = iter(jobs)

    async def work():
        nonlocal done
        for view, name in queue:
            words = f"{view[0]}, {'with' if view[1] else 'without'} script"
            await visit(contexts[view], address, name,
                        lambda sentence: failures.add(name, sentence, words))
            done += 1
            if talk and (done % max(1, len(jobs) // 10) == 0 or done == len(jobs)):
                seconds = time.monotonic() - start
                print(f"  {done} of {len(jobs)} views, {seconds:.0f} s", flush=True)

    await asyncio.gather(*(work() for _ in range(parallel)))
    for context in contexts.values():
        await context.close()


async def check(browser, root, parallel, talk=True):
    """Returns the lines of everything that is wrong with the site."""
    failures = Failures()
    checker = LinkChecker(root)
    if not checker.pages:
        return [f"{root}: there is no page"]
    for name, problem in checker.problems():
        failures.add(name, problem)
    if talk:
        print(f"  {len(checker.pages)} pages, {checker.links} links, "
              f"{len(failures.views)} faults in them", flush=True)
    names = list(checker.pages)
    await visit_all(browser, root.as_uri() + "/", names, failures, parallel, talk)
    return list(failures.lines())


async def take_pictures(browser, root, folder, names):
    """Takes each page light, dark, on a phone and as it is printed on A4."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {
        "light": ("light", 1280, "screen"), "dark": ("dark", 1280, "screen"),
        "360": ("light", 360, "screen"), "print": ("light", 794, "print"),
    }
    for kind, (scheme, width, medium) in kinds.items():
        context = await browser.context(scheme, width=width)
        for name in names:
            page = await context.new_page()
            await page.emulate_media(media=medium)
            await page.goto(f"{root.as_uri()}/{quote(name)}", wait_until="load")
            stem = name.removesuffix(".html").replace("/", "-")
            picture = folder / f"{stem}-{kind}.png"
            await page.screenshot(path=picture, full_page=True)
            await page.close()
            print(f"  {picture}", flush=True)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the site")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser's program")
    parser.add_argument("--parallel", type=int, default=2 * (os.cpu_count() or 1), metavar="N",
                        help="how many pages are open at once")
    parser.add_argument("--screenshots", nargs="+", metavar=("DIR", "PAGE"),
                        help="take pictures of these pages (index.html) instead of checking")
    return parser, parser.parse_args()


async def run(options):
    """Returns the exit code."""
    root = options.site.resolve()
    async with Browser(options.chromium) as browser:
        if options.screenshots:
            folder, *names = options.screenshots
            await take_pictures(browser, root, Path(folder), names or ["index.html"])
            return 0
        lines = await check(browser, root, max(1, options.parallel))
    for line in lines:
        print(line)
    print(f"  {len(lines)} faults" if lines else "  no fault found")
    return 1 if lines else 0


def main():
    parser, options = arguments()
    if not options.site.is_dir():
        parser.error(f"{options.site} is no folder")
    return asyncio.run(run(options))


if __name__ == "__main__":
    sys.exit(main())
