"""What stands in a paragraph of a Word file, in reading order, tracked changes as accepted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import QName, _Element

from kpi_core.readers.docx.symbols import symbol
from kpi_core.readers.raised import raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

WRAPPERS = frozenset(
    (
        *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"),
        *("AlternateContent", "Choice"),
    )
)
"""Elements that only wrap paragraphs, rows or cells: content controls, insertions and the like."""

INSERTED = frozenset(("ins", "moveTo"))
DELETED = frozenset(("del", "moveFrom"))
LEAVES = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
PASSED_OVER = frozenset(("rt", "instrText", "delText", "delInstrText"))
"""Never shown in the line itself: readings above the line, field codes, deleted text."""

ON = (None, "1", "true", "on")
"""Values of a switch that is on; one without a value is on as well."""


def local(element: _Element) -> str:
    """The tag without its namespace; empty for a comment."""
    tag: object = element.tag  # a comment's is a function, whatever the types say
    return QName(element).localname if isinstance(tag, str) else ""


def contents(element: _Element, *wanted: str) -> Iterator[_Element]:
    """The children of these names, those inside wrappers included: no content control is lost."""
    for child in element:
        name = local(child)
        if name in wanted:
            yield child
        elif name in WRAPPERS:
            yield from contents(child, *wanted)


def setting(element: _Element, *path: str) -> _Element | None:
    """A property such as ``tcPr/shd``."""
    return element.find("/".join(f"{W}{name}" for name in path))


def switched_on(element: _Element, *path: str) -> bool:
    found = setting(element, *path)
    return found is not None and found.get(f"{W}val") in ON


@dataclass
class Words:
    """The text that a person sees, and what else was met on the way."""

    text: str = ""
    hidden: str = ""
    tracked: int = 0
    boxes: list[_Element] = field(default_factory=list)

    @classmethod
    def of(cls, paragraph: _Element) -> "Words":
        words = cls()
        words._read(paragraph)
        return words

    def _read(self, element: _Element) -> None:
        for child in element:
            name = local(child)
            self.tracked += name in INSERTED | DELETED
            if name in DELETED | PASSED_OVER or name.endswith("Pr"):
                continue
            if name == "r" and switched_on(child, "rPr", "vanish"):
                self.hidden += Words.of(child).text
            elif name == "r" and _is_raised(child):
                before, self.text = self.text, ""
                self._read(child)
                self.text = before + raised(self.text)
            elif name in ("drawing", "pict", "object"):
                self._picture(child)
            elif name == "AlternateContent":
                self._read_first(child)
            else:
                self.text += _leaf(child, name)
                self._read(child)

    def _read_first(self, alternatives: _Element) -> None:
        """One content in the forms of several versions of Word: the first is the newest."""
        for choice in alternatives:
            self._read(choice)
            return

    def _picture(self, element: _Element) -> None:
        """A text box holds text of its own; any other picture may have an alternative text."""
        boxes = [e for e in element.iter() if local(e) == "txbxContent"]
        inner = [box for box in boxes if not any(local(a) == "txbxContent" for a in _above(box))]
        self.boxes.extend(inner)
        if not boxes:
            described = (e.get("descr") for e in element.iter() if local(e) == "docPr")
            self.text += next((text for text in described if text), "")


def _is_raised(run: _Element) -> bool:
    found = setting(run, "rPr", "vertAlign")
    return found is not None and found.get(f"{W}val") == "superscript"


def _above(element: _Element) -> Iterable[_Element]:
    return element.iterancestors()


def _leaf(element: _Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "br":
        return "\n" if element.get(f"{W}type", "textWrapping") == "textWrapping" else ""
    if name == "sym":
        return symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or "")
    return LEAVES.get(name, "")
