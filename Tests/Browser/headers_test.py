#!/usr/bin/env python3
"""Serves a site with the response headers of docs/hosting.md and opens pages of it in Chromium.

    headers_test.py site

With the headers of the block for `_headers` nothing may be forbidden that a page asks for, and its
script has to run. With the policy of Jenkins, which forbids all scripts, every page has to be there,
with its style; that a script is forbidden is expected, and nothing else may be.
"""

import asyncio
import functools
import re
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.async_api import async_playwright

HOSTING = Path(__file__).resolve().parents[2] / "docs" / "hosting.md"

# What a reader needs to see; returns sentences.
READABLE = """() => {
  const problems = [];
  const heading = document.querySelector('main h1');
  if (!heading || heading.getBoundingClientRect().height < 10) problems.push('shows no h1');
  if (document.querySelector('main').innerText.length < 200) problems.push('shows hardly any text');
  if (![...document.styleSheets].some((sheet) => sheet.ownerNode.href))
    problems.push('has no style sheet');
  if (getComputedStyle(document.querySelector('header.top')).display === 'block')
    problems.push('has not the look of its style sheet');
  return problems;
}"""


def blocks():
    """The headers of the `_headers` block and of Jenkins, as they stand in docs/hosting.md."""
    texts = re.findall(r"```text\n(.*?)```", HOSTING.read_text(encoding="utf-8"), re.DOTALL)
    netlify = next(text for text in texts if text.startswith("/*"))
    jenkins = next(text for text in texts if text.startswith("sandbox"))
    lines = [line.strip() for line in netlify.splitlines()[1:] if line.strip()]
    return (dict(line.split(": ", 1) for line in lines),
            {"Content-Security-Policy": jenkins.strip()})


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, with headers added."""

    def __init__(self, *arguments, headers, **options):
        self.added = headers
        super().__init__(*arguments, **options)

    def end_headers(self):
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(root, headers):
    """A server on a free port of this machine."""
    handler = functools.partial(Handler, directory=str(root), headers=headers)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def choose(root):
    """Five pages of different kinds."""
    first = [next(iter(sorted(root.glob(f"{folder}/*.html"))), None)
             for folder in ("checks", "accounts")]
    names = ["index.html", "so-3.html", "questions.html"]
    names += [str(page.relative_to(root)) for page in first if page]
    return [name for name in names if (root / name).is_file()]


async def visit(browser, address, name, has_script):
    """Sentences about what is wrong with one page."""
    faults = []
    page = await browser.new_page()

    def heard(message):
        if message.type not in ("error", "warning"):
            return
        is_script = re.search(r"script", message.text, re.IGNORECASE)
        if has_script or not is_script:
            faults.append(f"{name}: {message.text[:240]}")

    page.on("console", heard)
    page.on("pageerror", lambda error: faults.append(f"{name}: {str(error)[:240]}"))
    await page.goto(address + name, wait_until="load")
    # A sandboxed page runs no script of its own, and neither do we need its own to look at it.
    faults += [f"{name} {problem}" for problem in await page.evaluate(READABLE)]
    runs = await page.evaluate("document.documentElement.classList.contains('js')")
    if runs != has_script:
        faults.append(f"{name}: its script runs" if runs else f"{name}: its script does not run")
    await page.close()
    return faults


async def run(root):
    faults = []
    names = choose(root)
    if len(names) < 5:
        faults.append(f"the site has only {len(names)} of the five pages to open")
    published, jenkins = blocks()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--disable-dev-shm-usage"])
        for words, headers, has_script in (("the headers of _headers", published, True),
                                           ("the policy of Jenkins", jenkins, False)):
            print(f"  {len(names)} pages with {words}", flush=True)
            server = serve(root, headers)
            address = f"http://127.0.0.1:{server.server_address[1]}/"
            for name in names:
                faults += [f"with {words}: {fault}"
                           for fault in await visit(browser, address, name, has_script)]
            server.shutdown()
            server.server_close()
        await browser.close()
    return faults


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    faults = asyncio.run(run(Path(sys.argv[1]).resolve()))
    for fault in faults:
        print(f"  {fault}")
    print(f"  {len(faults)} faults" if faults else "  no fault found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
