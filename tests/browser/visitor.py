"""A person at a browser window: opens addresses, waits as a person would, and notes all trouble."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Request

APP = '[data-testid="stApp"]'

RUN = "document.querySelector('.kpi-end')?.dataset.run || ''"

PROBES = re.compile(r"/_stcore/(health|host-config)$")
"""Below a screen's address Streamlit's page looks for these first, and is told 404."""

LEFT_OUT = "script-src: wasm-eval"
"""Streamlit's message format asks whether WebAssembly may be used, is told no by our policy, and
does without."""

WATCH = """
window.__trouble = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__trouble.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


class Visitor:
    """One window on a server. ``trouble`` gathers everything that should not have happened."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.context = context
        self.base = base
        self.trouble: list[str] = []
        self.requests: list[str] = []
        context.add_init_script(WATCH)
        context.on("request", self._asked)
        context.on("page", self._watch)
        self.page = context.new_page()

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda problem: self.trouble.append(f"error: {problem}"))
        page.on("dialog", lambda dialog: self.trouble.append(f"dialog: {dialog.message}"))
        page.on("console", lambda said: self._console(said.type, said.text, said.location["url"]))

    def _console(self, kind: str, text: str, url: str) -> None:
        if kind == "error" and not PROBES.search(urlsplit(url).path):
            self.trouble.append(f"console: {text} ({url})")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        self.requests.append(request.url)
        outside = parts.netloc != urlsplit(self.base).netloc
        if outside and parts.scheme not in ("data", "blob"):
            self.trouble.append(f"asked outside: {request.url}")

    def check(self) -> None:
        """Nothing went wrong, nobody else was asked, and no report's script ran.

        Afterwards the window is empty and the log clean, ready for the next test.
        """
        for page in self.context.pages:
            if page.url.startswith(self.base):
                refused = page.evaluate("window.__trouble || []")
                self.trouble += [what for what in refused if what != LEFT_OUT]
                if page.evaluate("'__pwned' in window"):
                    self.trouble.append("a script from a report ran")
        found, self.trouble, self.requests = self.trouble, [], []
        self.page = self.context.new_page()
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        assert not found, found

    def open(self, address: str = "/") -> "Visitor":
        """Opens an address of the app, as from a bookmark."""
        self.page.goto(self.base + address)
        return self.settle()

    def settle(self, page: Page | None = None, before: str = "") -> "Visitor":
        """Waits until a run later than ``before`` is on the page and no other has started."""
        page = page or self.page
        connected = f'{APP}[data-test-connection-state="CONNECTED"]'
        page.wait_for_selector(f'{connected}[data-test-script-state="notRunning"]')
        page.wait_for_function(f"(before) => ({RUN}) && ({RUN}) !== before", arg=before)
        idle = f"{APP}[data-test-script-state='notRunning']"
        last = None
        while last != (last := page.evaluate(RUN)):
            page.wait_for_timeout(80)
            page.wait_for_selector(idle)
        return self

    def act(self, action: Callable[[], object]) -> "Visitor":
        """Does something that makes the app answer, and waits for the answer."""
        before = self.page.evaluate(RUN)
        action()
        return self.settle(before=before)

    def follow(self, name: str) -> "Visitor":
        """Clicks the link that a screen reader calls this."""
        return self.act(self.link(name).click)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True)

    @property
    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def said(self) -> str:
        """The line that says how many indicators are shown, by which filters."""
        return self.page.get_by_text(re.compile(r"^Showing \d")).first.inner_text()

    def titles(self) -> list[str]:
        """The indicators of the list, in its order."""
        table = self.page.get_by_role("table").filter(has_text="Gap to target")
        return table.get_by_role("rowheader").all_inner_texts()

    @property
    def focused(self) -> str:
        """Name of the focused element, as label or text."""
        script = "(e => e.getAttribute('aria-label') || e.innerText || e.tagName)"
        return str(self.page.evaluate(f"{script}(document.activeElement)")).strip()

    def chart(self) -> Locator:
        """The picture, once it is drawn."""
        chart = self.page.locator("[role=graphics-document]").first
        chart.locator("svg").first.wait_for()
        return chart

    def tab_to(self, name: str, most: int = 60) -> int:
        """Presses Tab until the element of this name has the focus; returns how often."""
        for pressed in range(1, most + 1):
            self.page.keyboard.press("Tab")
            if self.focused == name:
                return pressed
        raise AssertionError(f"{name!r} is not reached within {most} steps")
