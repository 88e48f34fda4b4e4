"""Checks the links of a static site that has to work from any folder, without a server."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Attributes that make a browser load something, and those that a reader follows.
LOADED = {
    "audio": ["src"], "embed": ["src"], "iframe": ["src"], "image": ["href", "xlink:href"],
    "img": ["src"], "input": ["src"], "link": ["href"], "object": ["data"], "script": ["src"],
    "source": ["src"], "track": ["src"], "use": ["href", "xlink:href"], "video": ["src", "poster"],
}
FOLLOWED = {"a": ["href", "xlink:href"], "area": ["href"], "form": ["action"], "q": ["cite"]}
FOLLOWED_SCHEMES = {"https", "http", "mailto"}
STYLE_URL = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")


class Page(HTMLParser):
    """What one page links to, and which anchors it offers."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.loads, self.follows, self.ids, self.problems = [], [], [], []
        self.styles = []
        self.has_charset = False
        self._in_style = False
        self.feed(text)
        self.close()
        for anchor, count in Counter(self.ids).items():
            if count > 1:
                self.problems.append(f'{count} elements have the id "{anchor}"')
        if not self.has_charset:
            self.problems.append('there is no <meta charset="utf-8">')

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.ids.append(values["id"])
        self.loads += [values[name] for name in LOADED.get(tag, []) if name in values]
        self.follows += [values[name] for name in FOLLOWED.get(tag, []) if name in values]
        for candidate in values.get("srcset", "").split(","):
            self.loads += candidate.split()[:1]
        self.styles.append(values.get("style", ""))
        self._in_style = tag == "style"
        if tag == "base":
            self.problems.append("<base> changes what every link means")
        if tag == "meta":
            self.has_charset |= values.get("charset", "").lower() == "utf-8"
            if values.get("http-equiv", "").lower() == "refresh":
                self.problems.append("<meta http-equiv=refresh> leads away")

    def handle_endtag(self, tag):
        self._in_style = False

    def handle_data(self, data):
        if self._in_style:
            self.styles.append(data)


def style_urls(text):
    """The addresses that a style sheet loads."""
    return [first or second for first, second in STYLE_URL.findall(text)]


class LinkChecker:
    """All pages and style sheets of a site folder, and what is wrong with their links."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = {
            path.relative_to(self.root).as_posix()
            for path in self.root.rglob("*") if path.is_file()
        }
        self.pages = {
            name: Page((self.root / name).read_text(encoding="utf-8", errors="replace"))
            for name in sorted(self.files) if name.endswith(".html")
        }
        self.links = 0

    def problems(self):
        """(file, sentence) for everything that is wrong."""
        found = []
        reached = {name: set() for name in self.pages}
        for name, page in self.pages.items():
            found += [(name, problem) for problem in page.problems]
            loads = page.loads + [url for style in page.styles for url in style_urls(style)]
            for url in loads:
                found += self._problems(name, url, is_loaded=True, reached=set())
            for url in page.follows:
                found += self._problems(name, url, is_loaded=False, reached=reached[name])
        for name in sorted(self.files):
            if name.endswith(".css"):
                text = (self.root / name).read_text(encoding="utf-8", errors="replace")
                for url in style_urls(text):
                    found += self._problems(name, url, is_loaded=True, reached=set())
        return found + self._unreachable(reached)

    def _problems(self, page, url, is_loaded, reached):
        self.links += 1
        text = url.strip()
        try:
            parts = urlsplit(text)
        except ValueError:
            return [(page, f"{url} is no address")]
        if parts.scheme:
            if is_loaded:
                return [(page, f"{url} is loaded from outside the site")]
            if parts.scheme.lower() not in FOLLOWED_SCHEMES:
                return [(page, f"{url} has the scheme {parts.scheme}")]
            return []
        if text.startswith(("/", "\\")):
            return [(page, f"{url} starts at a server's root; links must be relative")]
        target = page
        if parts.path:
            steps = page.split("/")[:-1]
            for step in unquote(parts.path).split("/"):
                if step == "..":
                    if not steps:
                        return [(page, f"{url} leaves the site")]
                    steps.pop()
                elif step not in ("", "."):
                    steps.append(step)
            target = "/".join(steps)
        elif not parts.fragment and not parts.query and text not in ("#",):
            return [(page, "an empty link")]
        if target not in self.files:
            what = "a folder" if (self.root / target).is_dir() else "not there"
            return [(page, f"{url}: {target or 'the site'} is {what}")]
        reached.add(target)
        anchor = unquote(parts.fragment)
        # A fragment with "=" is a page's state, such as #so=3&severity=high, and no anchor.
        if anchor in ("", "top") or "=" in anchor or target not in self.pages:
            return []
        if anchor not in self.pages[target].ids:
            return [(page, f'{url}: no element of {target} has the id "{anchor}"')]
        return []

    def _unreachable(self, reached):
        if "index.html" not in self.pages:
            return [("index.html", "is not there")]
        seen, waiting = {"index.html"}, ["index.html"]
        while waiting:
            for target in reached.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return [
            (name, "no way of links leads here from index.html")
            for name in self.pages if name not in seen
        ]
