"""The look of the slides, in the master and the layouts, so that a person can change it there.

The template that comes with python-pptx is for the narrow screens of its time: page, places,
letters and language are set here, and layouts that a pack does not use are taken out.
"""

import re
from dataclasses import dataclass
from typing import Any

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part as OpcPart
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout
from pptx.util import Pt

from kpi_core.packs.slides.lines import INDENT, SPACE, Level

LANGUAGE = "en-GB"
FONT = "Arial"
ACCENT = "1F5F99"
"""Behind the white letters of a header row, at 6.7 to 1."""


@dataclass(frozen=True)
class Place:
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def put(self, shape: BaseShape) -> None:
        shape.left, shape.top = Pt(self.left), Pt(self.top)
        shape.width, shape.height = Pt(self.width), Pt(self.height)


PAGE = Place(0, 0, 960, 540)
TITLE = Place(36, 20, 888, 78)
BODY = Place(36, 106, 888, 388)
CHART = Place(36, 106, 448, 388)
SIDE = Place(498, 106, 426, 388)
FOOTER = Place(36, 506, 700, 22)
NUMBER = Place(824, 506, 100, 22)
COVER_TITLE = Place(60, 90, 840, 120)
COVER_TEXT = Place(60, 222, 840, 270)

COVER_SIZE, TITLE_SIZE, BODY_SIZE, SIDE_SIZE, TABLE_SIZE = 30.0, 20.0, 14.0, 12.0, 12.0
"""Sizes of letters in points. None is smaller, however long a commentary is."""

COVER, TEXT, FINDING = "Title Slide", "Title and Content", "Two Content"
"""The layouts that a pack uses, by the names that they have in the template."""

_MARGINS = {Level.HEADING: 0.0, Level.BODY: 0.0, Level.BULLET: INDENT, Level.WRITTEN: INDENT}


def new_presentation() -> Presentation:
    """An empty presentation in the look of a pack."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Pt(PAGE.width), Pt(PAGE.height)
    for layout in list(made.slide_layouts):
        if layout.name not in (COVER, TEXT, FINDING):
            made.slide_layouts.remove(layout)
    _theme(made)
    _texts(made)
    _places(made)
    for element in _elements(made):
        for pale in list(element.iter(qn("a:tint"))):
            pale.getparent().remove(pale)
    for element in (made.element, *_elements(made)):
        for properties in element.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
            properties.set("lang", LANGUAGE)
    return made


def _elements(made: Presentation) -> list[Any]:
    return [made.slide_master.element, *(layout.element for layout in made.slide_layouts)]


def xml(shape: Any) -> Any:
    """A shape as it is written: alt text, removing and reading order have no other door."""
    return shape._element  # noqa: SLF001 - python-pptx offers none


def describe(shape: BaseShape, name: str, description: str) -> None:
    """What a shape is called, and what is read in place of it."""
    shape.name = name
    xml(shape).xpath(".//p:cNvPr")[0].set("descr", description)


def at_the_foot(shape: BaseShape) -> bool:
    """Whether a place is that of the footer or of the number of a slide."""
    return "Footer" in shape.name or "Number" in shape.name


def remove(shape: BaseShape) -> None:
    xml(shape).getparent().remove(xml(shape))


def layout(made: Presentation, name: str) -> SlideLayout:
    return next(known for known in made.slide_layouts if known.name == name)


def _theme(made: Presentation) -> None:
    """One font for headings and texts, and an accent that white letters can be read on."""
    theme: OpcPart = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    named = re.sub(rb'(<a:latin typeface=")[^"]*', rb"\g<1>" + FONT.encode(), theme.blob)
    accent = rb'(<a:accent1>\s*<a:srgbClr val=")[^"]*'
    theme._blob = re.sub(accent, rb"\g<1>" + ACCENT.encode(), named)  # noqa: SLF001 - no themes


def _texts(made: Presentation) -> None:
    """The levels of text: heading, paragraph, item of a list, and what the council wrote."""
    styles = made.slide_master.element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    _letters(title, TITLE_SIZE, bold=True)
    for level in Level:
        paragraph = styles.find(qn("p:bodyStyle")).find(qn(f"a:lvl{level + 1}pPr"))
        margin = _MARGINS[level]
        paragraph.set("marL", str(int(Pt(margin))))
        paragraph.set("indent", str(int(Pt(-INDENT))) if level is Level.BULLET else "0")
        _space_above(paragraph)
        _bullet(paragraph, level)
        _letters(paragraph, BODY_SIZE, bold=level is Level.HEADING)


def _letters(paragraph: Any, size: float, *, bold: bool) -> None:
    letters = paragraph.find(qn("a:defRPr"))
    letters.set("sz", str(int(size * 100)))
    letters.set("b", str(int(bold)))


def _space_above(paragraph: Any) -> None:
    share = paragraph.find(qn("a:spcBef"))
    for old in list(share):
        share.remove(old)
    etree.SubElement(share, qn("a:spcPts")).set("val", str(int(SPACE * 100)))


def _bullet(paragraph: Any, level: Level) -> None:
    if level is Level.BULLET:
        paragraph.find(qn("a:buChar")).set("char", "\N{BULLET}")
        return
    for name in ("a:buFont", "a:buChar"):
        paragraph.remove(paragraph.find(qn(name)))
    paragraph.insert(1, etree.Element(qn("a:buNone")))


def _places(made: Presentation) -> None:
    for shape in made.slide_master.placeholders:
        _put(shape)
    for known in made.slide_layouts:
        for shape in list(known.placeholders):
            _put(shape)
            _of_layout(shape, known.name, shape.placeholder_format.idx)


def _of_layout(shape: BaseShape, name: str, number: int) -> None:
    """What differs from the master: the cover, and the chart with its text beside it."""
    if name == COVER and number == 0:
        COVER_TITLE.put(shape)
        _sizes(shape, COVER_SIZE)
    elif name == COVER and number == 1:
        COVER_TEXT.put(shape)
        _sizes(shape, BODY_SIZE)
    elif name == FINDING and number == 1:
        remove(shape)
    elif name == FINDING and number == 2:
        SIDE.put(shape)
        _sizes(shape, SIDE_SIZE)


def _put(shape: BaseShape) -> None:
    """Title, text, footer and number where every slide has them; no date, which is the clock's."""
    name = shape.name
    if "Date" in name:
        remove(shape)
    elif "Footer" in name:
        FOOTER.put(shape)
        _to_the_left(shape)
    elif "Number" in name:
        NUMBER.put(shape)
    elif "Title" in name:
        TITLE.put(shape)
        _bare(shape, "ctr")
    else:
        BODY.put(shape)
        _bare(shape, "t")


def _bare(shape: BaseShape, anchor: str) -> None:
    """Without space between a place and its text, so that its width is what the text has."""
    body = xml(shape).find(".//" + qn("a:bodyPr"))
    for side in ("lIns", "rIns", "tIns", "bIns"):
        body.set(side, "0")
    body.set("anchor", anchor)
    for fitted in list(body):
        body.remove(fitted)


def _to_the_left(shape: BaseShape) -> None:
    for paragraph in xml(shape).iter(qn("a:lvl1pPr")):
        paragraph.set("algn", "l")


def _sizes(shape: BaseShape, size: float) -> None:
    """The layout's own size of letters at every level, and nothing else of its own."""
    styles = xml(shape).find(".//" + qn("a:lstStyle"))
    for old in list(styles):
        styles.remove(old)
    for level in range(1, 10):
        paragraph = etree.SubElement(styles, qn(f"a:lvl{level}pPr"))
        etree.SubElement(paragraph, qn("a:defRPr")).set("sz", str(int(size * 100)))
