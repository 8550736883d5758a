"""What a reader waits for, in Chromium: from the click or the address to the painted answer.

Each visit is a fresh browser context, so its first load finds an empty cache. Times are taken
inside the page: from the event that the app itself gets to the end of the frame that shows the
answer. The apps say below by what one sees that they are done.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.servers import Server

OUR_ONE_PAGE, OUR_PAGE = 50, 25
"""Rows that our table shows whole, and of a longer list at once."""

WAIT = 60_000
"""Milliseconds after which an answer is given up."""

IDLE = 1200
"""Milliseconds of looking at the overview before the first click."""

_WATCH = """
window.benchPainted = (seen, since) => new Promise((done, failed) => {
  setTimeout(() => failed(new Error('The answer never came: ' + seen)), 60000);
  const look = () => {
    if (!seen()) return requestAnimationFrame(look);
    const after = new MessageChannel();
    after.port1.onmessage = () => done(performance.now() - since());
    after.port2.postMessage(0);
  };
  requestAnimationFrame(look);
});
window.benchCanvas = () => {
  const grids = document.querySelectorAll('.stDataFrame canvas[data-testid="data-grid-canvas"]');
  const canvas = grids[grids.length - 1];
  if (!canvas || !canvas.width) return '';
  const [wide, high] = [Math.min(canvas.width, 600), Math.min(canvas.height, 400)];
  const dots = canvas.getContext('2d').getImageData(0, 40, wide, high).data;
  let sum = 0, dark = 0;
  for (let at = 0; at < dots.length; at += 4) {
    sum = (sum * 31 + dots[at]) | 0;
    if (dots[at + 3] && dots[at] < 120) dark += 1;
  }
  return dark > 200 ? `${canvas.height} ${sum}` : '';
};
"""

_CHART = "document.querySelector('[data-testid=\"stVegaLiteChart\"] svg .mark-line path')"


@dataclass(frozen=True)
class Answer:
    """How many indicators the filter leaves of how many; None where it is not set."""

    total: int
    status: str | None = None
    shown: int | None = None

    @property
    def rows(self) -> int:
        return self.total if self.shown is None else self.shown

    @property
    def count(self) -> str:
        return f"Showing {self.rows:,} of {self.total:,} indicators"


def _rows(answer: Answer) -> int:
    return answer.rows if answer.rows <= OUR_ONE_PAGE else OUR_PAGE


def _ours_shows(answer: Answer) -> str:
    """The count line, so many rows, and only that status in them (or more than one)."""
    classes = "new Set([...rows].map(row => row.querySelector('.kpi-chip')?.className))"
    kinds = "kinds.size === 1" if answer.status else "kinds.size > 1"
    return (
        f"() => {{ const rows = document.querySelectorAll('.kpi-wide tbody tr');"
        f"if (rows.length !== {_rows(answer)}) return false;"
        f"const kinds = {classes}; return {kinds} && "
        f"document.querySelector('.kpi-count')?.textContent.startsWith('{answer.count}') }}"
    )


def _naive_shows(answer: Answer) -> str:
    """The count line, and other pixels in the grid than before."""
    return (
        f"() => document.querySelector('.st-key-count')?.textContent === '{answer.count}' && "
        "window.benchCanvas() !== '' && window.benchCanvas() !== window.benchBefore"
    )


def _empty_shows(answer: Answer) -> str:
    del answer
    return "() => document.querySelector('.stMain')?.textContent.includes('Ready')"


SHOWS = {"ours": _ours_shows, "naive": _naive_shows, "empty": _empty_shows}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, the one that CHROMIUM names, or the one that Playwright fetched."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    # Chromium's own sandbox does not work for root, which is what containers run as.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found or None, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def visit(browser: Browser, server: Server, answer: Answer) -> dict[str, float]:
    """One reader's visit; milliseconds by step.

    Args:
        browser: shared by all visits.
        server: the app to visit.
        answer: what the status filter leaves.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        context.set_default_timeout(WAIT)
        everything = Answer(answer.total)
        loaded = f"window.benchPainted({SHOWS[server.app](everything)}, () => 0)"
        context.add_init_script(f"{_WATCH} window.benchLoaded = {loaded};")
        page = context.new_page()
        took = {"first load": _load(page, server.address)}
        page.wait_for_timeout(IDLE)
        took["warm load"] = _load(page, server.address)
        if server.app != "empty":
            page.wait_for_timeout(IDLE)
            took |= _filtered(page, server.app, answer)
            took["chart, first visit"] = _to_chart(page, server.app)
            _load(page, server.address)
            took["chart, again"] = _to_chart(page, server.app)
        return took
    finally:
        context.close()


def _load(page: Page, address: str) -> float:
    page.goto(address, wait_until="commit")
    return float(page.evaluate("window.benchLoaded"))


def _filtered(page: Page, app: str, answer: Answer) -> dict[str, float]:
    """Sets the status filter."""
    assert answer.status
    if app == "ours":
        button = page.locator(".st-key-status").get_by_role(
            "button", name=answer.status, exact=True
        )
        choose = button.click
    else:
        page.locator(".st-key-status input").click()
        choose = page.get_by_role("option", name=answer.status, exact=True).click
    _arm(page, SHOWS[app](answer))
    choose()
    took = _answered(page)
    page.keyboard.press("Escape")  # an open list would take the next press for itself
    return {"filter set": took}


def _to_chart(page: Page, app: str) -> float:
    """From the overview to an indicator's chart with one click."""
    _arm(page, f"() => {_CHART}")
    if app == "ours":
        page.locator(".kpi-wide tbody a").first.click()
    else:
        page.get_by_role("link", name="Indicator").click()
    return _answered(page)


def _answered(page: Page) -> float:
    """Milliseconds from the press to the painted answer; an error where none comes."""
    never = f"new Promise((_, no) => setTimeout(() => no(new Error('no answer')), {WAIT}))"
    return float(page.evaluate(f"Promise.race([window.benchAnswered, {never}])"))


def _arm(page: Page, seen: str) -> None:
    """Starts the clock at the next press, and looks from then on."""
    page.evaluate(
        f"""() => {{
          window.benchBefore = window.benchCanvas();
          window.benchAnswered = new Promise(done => document.addEventListener(
            'pointerdown',
            event => window.benchPainted({seen}, () => event.timeStamp).then(done),
            {{capture: true, once: true}},
          ));
        }}"""
    )
