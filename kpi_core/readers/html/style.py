"""What a page's styles say of a cell: its background colour, and whether it is hidden.

Only what office programs and report tools write is understood: style attributes, ``bgcolor``,
and rules of a style element for a class, a tag or a tag with a class.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement
from PIL import ImageColor

COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
CONDITIONAL = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([a-z_][\w-]*))?", re.IGNORECASE)

Declarations = dict[str, str]


@dataclass
class Styles:
    """The rules of a page's style elements, by tag and class; either may be empty."""

    rules: dict[tuple[str, str], Declarations] = field(default_factory=dict)

    @classmethod
    def of(cls, page: HtmlElement) -> "Styles":
        styles = cls()
        for element in page.iter("style"):
            text = CONDITIONAL.sub("", COMMENT.sub("", element.text or ""))
            for selectors, body in RULE.findall(text):
                styles._add(selectors, _declarations(body))
        return styles

    def _add(self, selectors: str, declarations: Declarations) -> None:
        for selector in selectors.split(","):
            found = SELECTOR.fullmatch(selector.strip())
            if found and any(found.groups()):
                key = ((found.group(1) or "").lower(), found.group(2) or "")
                self.rules.setdefault(key, {}).update(declarations)

    def declared(self, element: HtmlElement) -> Declarations:
        """What holds for an element itself, nothing inherited: the more special rule wins."""
        found: Declarations = {}
        tag = str(element.tag)
        classes = (element.get("class") or "").split()
        for key in [(tag, ""), *(("", c) for c in classes), *((tag, c) for c in classes)]:
            found.update(self.rules.get(key, {}))
        found.update(_declarations(element.get("style") or ""))
        return found

    def hides(self, element: HtmlElement) -> bool:
        """A browser does not show this element."""
        declared = self.declared(element)
        return (
            element.get("hidden") is not None
            or declared.get("display") == "none"
            or declared.get("visibility") in ("hidden", "collapse")
        )

    def fill(self, element: HtmlElement) -> str | None:
        """The element's own background as six hex digits."""
        declared = self.declared(element)
        for name in ("background-color", "background"):
            for word in _words(declared.get(name, "")):
                if colour := hex_colour(word):
                    return colour
        return hex_colour(element.get("bgcolor") or "")


def hex_colour(text: str) -> str | None:
    """A colour as CSS and ``bgcolor`` write it, as six hex digits; None if it is none."""
    plain = text.strip().lower()
    if re.fullmatch(r"[0-9a-f]{6}", plain):
        plain = f"#{plain}"
    try:
        red, green, blue, *alpha = ImageColor.getrgb(plain)
    except ValueError:
        return None
    return None if alpha == [0] else f"{red:02X}{green:02X}{blue:02X}"


def _declarations(text: str) -> Declarations:
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name.strip().lower(): value.lower().replace("!important", "").strip()
        for name, colon, value in pairs
        if colon
    }


def _words(value: str) -> Iterator[str]:
    """The parts of "red url(x) no-repeat"; "rgb(1, 2, 3)" is one."""
    yield from re.findall(r"[^\s(]+\([^)]*\)|\S+", value)
