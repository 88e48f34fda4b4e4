#!/usr/bin/env python3
"""Plants one fault after the other in a small sound site and expects check_site.py to find it."""

import asyncio
import sys
import tempfile
from pathlib import Path

import check_site

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Sound</title>
<link rel="stylesheet" href="site.css">
<script src="site.js" defer></script>
</head>
<body><main><h1 id="top-of-page">Sound</h1>
<p><a href="second.html#top-of-page">second</a> <a href="index.html">first</a></p>
</main></body>
</html>
""".format(policy=POLICY)

# What is planted: the file, the text that gives way, the text in its place, and a part of each
# sentence that has to be reported.
FAULTS = [
    ("index.html", "<title>Sound</title>", "", ["has no title"]),
    ("index.html", ' lang="en"', "", ["has no lang"]),
    ("index.html", "<h1", "<h1>More</h1><h1", ["2 h1 elements"]),
    ("index.html", "main>", "div>", ["0 main elements"]),
    ("index.html", '<meta charset="utf-8">', "", ["charset"]),
    ("index.html", "second.html#top-of-page", "second.html#gone", ['has the id "gone"']),
    ("index.html", "second.html#top-of-page", "third.html",
     ["third.html is not there", "no way of links leads here"]),
    ("index.html", "second.html#top-of-page", "../x/second.html",
     ["leaves the site", "no way of links leads here"]),
    ("index.html", 'href="index.html"', 'href="."', ["is a folder"]),
    ("index.html", 'href="index.html"', 'href="/index.html"', ["must be relative"]),
    ("index.html", 'href="index.html"', 'href="javascript:void(0)"', ["the scheme javascript"]),
    ("index.html", "<p>", '<p id="top-of-page">', ["2 elements have the id"]),
    ("index.html", "<p>", '<p style="color: red">', ["console policy"]),
    ("index.html", "<p>", "<script>1</script><p>", ["console policy"]),
    ("index.html", "<p>", '<img src="https://example.com/x.png" alt=""><p>',
     ["loaded from outside", "console policy", "asks for https://example.com/x.png"]),
    ("index.html", '<meta http-equiv="Content-Security-Policy"',
     '<img src="https://example.com/x.png" alt=""><meta name="none"',
     ["loaded from outside", "asks for https://example.com/x.png", "console error",
      "no content security policy"]),
    ("site.js", "", "console.error('planted')", ["console error: planted"]),
    ("site.js", "", "console.warn('planted')", ["console warning: planted"]),
    ("site.js", "", "throw new Error('planted')", ["script error: planted"]),
    ("site.js", "", "alert('planted')", ["opens a dialog: planted"]),
    ("site.js", "", "new Image().src = 'none.png'", ["cannot load none.png", "console error"]),
    ("site.css", "", "main { width: 700px }", ["too wide for 360: main"]),
    ("site.css", "", "@media (prefers-color-scheme: dark) { main { width: 2000px } }",
     ["too wide for 1280", "too wide for 360"]),
    ("site.css", "", "body { background: url(none.png) }",
     ["none.png is not there", "cannot load none.png", "console error"]),
]


def plant(folder, fault):
    """Writes the site, with the fault in it."""
    files = {"index.html": PAGE, "second.html": PAGE, "site.css": "", "site.js": ""}
    if fault:
        file, old, new, _ = fault
        files[file] = files[file].replace(old, new) if old else new
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def difference(fault, lines):
    """What is missing from the report, or too much in it; nothing when it is as expected."""
    expected = fault[3] if fault else []
    missing = [part for part in expected if not any(part in line for line in lines)]
    surplus = [line for line in lines if not any(part in line for part in expected)]
    return ([f"not found: {part}" for part in missing]
            + [f"not expected: {line}" for line in surplus])


async def reports(chromium):
    """Each fault with the lines that check_site reports for it, the sound site first."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        async with check_site.Browser(chromium) as browser:
            for number, fault in enumerate([None, *FAULTS]):
                site = Path(folder, str(number)).resolve()
                site.mkdir()
                plant(site, fault)
                found.append((fault, await check_site.check(browser, site, 4, talk=False)))
    return found


def main():
    chromium = sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium"
    found = asyncio.run(reports(chromium))
    bad = 0
    for fault, lines in found:
        wrong = difference(fault, lines)
        if wrong:
            bad += 1
            print(f"  {fault[:3] if fault else 'the sound site'}")
            for line in wrong:
                print(f"    {line}")
    print(f"  {len(found) - bad} of {len(found)} sites judged as expected")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
