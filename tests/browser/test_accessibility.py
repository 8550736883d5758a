"""axe-core on every screen and view, light and dark, at three widths; and nothing is cut off."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from kpi_core.web.screens import SCREENS
from tests.browser.uploads import upload
from tests.browser.visitor import Visitor

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "rules": {"target-size": {"enabled": True}},  # off by default
    "resultTypes": ["violations"],
}

COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast"]},
    "resultTypes": ["violations"],
}
"""The dark theme changes nothing but colours, so nothing else is asked again there."""

WIDTHS = (320, 768, 1440)

INDICATOR = "repeat-child-protection-plans"

VIEWS = {
    "overview": "/",
    "overview without rows": "/?q=no+indicator+says+this",
    "overview grid": "/?view=Grid&theme=Domestic+abuse",
    "overview by quarter": "/?view=Status+by+quarter&status=Red",
    "indicator": f"/indicator?indicator={INDICATOR}",
    "indicator with limits": "/indicator?indicator=front-door-decisions-in-1-day",
    "indicator without a figure": "/indicator?indicator=adoption-within-14-months",
    "indicator not chosen": "/indicator",
    "benchmarks": "/benchmarks",
    "changes": "/changes",
    "quality": "/quality",
    "quality as a picture": "/quality?calendar=Picture&gaps=true&text=no+finding+says+this",
    "import": "/import",
    "import with a draft": "/import",
    "import with files that cannot be read": "/import",
    "methods": "/methods",
}

READABLE = "Measure,2019/20 Q3,2019/20 Q4,Target,How well?,Trend\nReduce x,12%,11%,9%,Red,Up\n"

FILES = {
    "import with a draft": {"a-name-without-any-space-that-is-longer-than-a-phone.csv": READABLE},
    "import with files that cannot be read": {"one.csv": READABLE, "two.csv": "What,Now\na,1\n"},
}
"""What is uploaded before a screen is looked at."""

UPSTREAM: dict[tuple[str, str], str] = {}
"""Violations that come from a component and not from us: (rule, part of the element's HTML) to the
reason. The accessibility statement of the Methods screen lists the same ones."""


def test_every_screen_is_looked_at() -> None:
    paths = {address.split("?")[0] for address in VIEWS.values()}
    assert paths == {entry.path for entry in SCREENS}


@pytest.mark.parametrize("name", VIEWS)
def test_no_violation_and_nothing_cut_off(visitor: Visitor, name: str) -> None:
    visitor.page.emulate_media(color_scheme="light")
    visitor.open(VIEWS[name])
    if name in FILES:
        upload(visitor, FILES[name])
    found = wrong_anywhere(visitor)
    assert not found, "\n".join(found)


def wrong_anywhere(visitor: Visitor) -> list[str]:
    """What is wrong with the screen that is open, in each theme and at each width."""
    _unfold(visitor)
    if visitor.page.get_by_test_id("stVegaLiteChart").count():
        visitor.chart()
    found = []
    for theme, dark in (("light", False), ("dark", True)):
        visitor.page.emulate_media(color_scheme=theme)
        visitor.page.wait_for_function(IS_DARK, arg=dark)
        for width in WIDTHS:
            _show_all(visitor, width)
            asked = COLOURS if dark else RULES
            wrong = _violations(visitor, asked) + ([] if dark else _too_wide(visitor))
            found += [f"{theme}, {width}: {what}" for what in wrong]
    return found


IS_DARK = """dark => { const [r, g, b] = getComputedStyle(document.querySelector(".stApp"))
  .backgroundColor.match(/\\d+/g); return (+r + +g + +b < 380) === dark; }"""


def _show_all(visitor: Visitor, width: int) -> None:
    """Makes the window as high as the screen: axe passes over what is scrolled out of a pane."""
    visitor.page.set_viewport_size({"width": width, "height": 900})
    visitor.page.wait_for_timeout(100)
    height = visitor.page.get_by_test_id("stMain").evaluate("pane => pane.scrollHeight")
    visitor.page.set_viewport_size({"width": width, "height": height})
    visitor.page.wait_for_timeout(100)


def _unfold(visitor: Visitor) -> None:
    """Opens every folded part, so that what is in it is checked as well."""
    folded = visitor.page.locator("main details:not([open]) > summary").filter(visible=True)
    while folded.count():
        folded.first.click()
    visitor.settle()  # what is folded may be made only when it is opened
    visitor.page.mouse.move(0, 0)


def _violations(visitor: Visitor, asked: dict[str, object]) -> list[str]:
    results = Axe().run(visitor.page, options=asked)
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
        if not any(rule == violation["id"] and part in node["html"] for rule, part in UPSTREAM)
    ]


TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const name = e => e.tagName.toLowerCase() + "." + e.className + " " + e.textContent.slice(0, 40);
  const scrolls = e => e && e.tagName !== "MAIN" && (
    /auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const found = [], texts = [];
  for (const e of document.querySelectorAll("main, main *")) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".kpi-unseen")) continue;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    if (box.right > wide + 1 && !scrolls(e)) found.push("beyond the edge: " + name(e));
    if (style.overflowX === "hidden" && style.textOverflow === "ellipsis"
        && e.scrollWidth > e.clientWidth + 1) found.push("cut off: " + name(e));
    if (e.matches("svg text") && e.textContent.trim()) {
      const frame = e.closest("svg").getBoundingClientRect();
      if (box.right > frame.right + 1 || box.left < frame.left - 1)
        found.push("outside its picture: " + e.textContent);
      texts.push([box, e.textContent]);
    }
  }
  texts.forEach(([a, one], at) => texts.slice(at + 1).forEach(([b, other]) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const halo = one === other; // a word is drawn twice where it has a halo
    if (across > 2 && down > 4 && !halo) found.push(`on top of each other: ${one} and ${other}`);
  }));
  return found.slice(0, 8);
}"""


def _too_wide(visitor: Visitor) -> list[str]:
    """What stands out of the window, is cut off, or makes the screen scroll sideways."""
    found = visitor.page.evaluate(TOO_WIDE)
    pane = visitor.page.get_by_test_id("stMain")
    if pane.evaluate("pane => pane.scrollWidth > pane.clientWidth"):
        found.append("the screen scrolls sideways")
    return found


def test_the_checker_sees_the_whole_screen(visitor: Visitor) -> None:
    """A flaw at the foot of a long screen is found, so finding none means something."""
    visitor.open("/")
    visitor.page.evaluate(
        """() => { const flaw = document.createElement("p"); flaw.textContent = "pale words";
        flaw.style.color = "#bbb"; flaw.style.width = "3000px";
        [...document.querySelectorAll("main .stHtml:has(table)")].at(-1).append(flaw); }"""
    )
    _show_all(visitor, 320)
    assert any("pale words" in what for what in _violations(visitor, COLOURS))
    assert any("pale words" in what for what in _too_wide(visitor))
