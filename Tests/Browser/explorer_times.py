"""How long the explorer of a large site takes: to its first rows, and for each letter typed."""

import statistics

# Notes when the first rows stand in the table, and when all findings are loaded.
WATCH = """(() => {
  window.times = {};
  new MutationObserver(() => {
    if (!document.querySelector('#found tbody tr')) return;
    times.asked ??= requestAnimationFrame(() => { times.first = performance.now(); });
    if (document.getElementById('explorer-state').hidden) times.all ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
})()"""

# Types each text anew; gives milliseconds from the event to the next frame after the rows.
TYPE = """async (texts) => {
  const field = document.getElementById('filter');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const taken = [];
  for (const text of texts) {
    await new Promise((done) => setTimeout(done, 300));
    await frame();
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const drawn = performance.now() - start;
    await frame();
    taken.push([text, drawn, performance.now() - start]);
  }
  return taken;
}"""

# Clicks a heading, or chooses what to group by; likewise.
ACT = """async ([selector, value]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done, 300));
  await frame();
  const element = document.querySelector(selector);
  const start = performance.now();
  if (value === null) element.click();
  else {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }
  await frame();
  return performance.now() - start;
}"""

TEXTS = ["p", "pr", "pro", "prod", "prod-", "prod-o", "prod-or", "", "e", "ec", "ec2", "ec2 w",
         "ec2 we", "ec2 web", "", "a", "arn:aws:s3", "00", "eu-central-1"]
COLUMNS = ["sev", "check", "resource", "account", "region", "state", "since"]


async def measure(browser, site, runs):
    """Prints a table of medians and most; every run is a browser context of its own."""
    figures = {}

    def note(name, milliseconds):
        figures.setdefault(name, []).append(milliseconds)

    for _ in range(runs):
        context = await browser.context("light")
        page = await context.new_page()
        await page.add_init_script(WATCH)
        await page.goto(f"{site.as_uri()}/findings.html#state=all")
        await page.wait_for_function("times.first && times.all", timeout=60_000)
        note("first rows", await page.evaluate("times.first"))
        note("all findings loaded", await page.evaluate("times.all"))
        await page.wait_for_timeout(500)
        for _, drawn, shown in await page.evaluate(TYPE, TEXTS):
            note("a letter, to rows in the page", drawn)
            note("a letter, to the next frame", shown)
        for column in COLUMNS:
            note("sorting by a column", await page.evaluate(
                ACT, [f"#found th.co-{column} button", None]))
        for group in ("check", "account", "resource"):
            note(f"grouping by {group}", await page.evaluate(ACT, ["#group", group]))
        await context.close()
    print("| what | median | most |\n|---|---:|---:|")
    for name, own in figures.items():
        print(f"| {name} | {statistics.median(own):.0f} ms | {max(own):.0f} ms |")
    return figures
