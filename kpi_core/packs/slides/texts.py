"""Text on slides: in the place that a layout has for it, or in another that looks the same."""

import copy
from collections.abc import Iterable
from typing import Any

from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from kpi_core.packs.clean import clean
from kpi_core.packs.slides import design
from kpi_core.packs.slides.design import Place
from kpi_core.packs.slides.lines import Line


def free_place(slide: Slide) -> Any:
    """The slide's own place for text while it is empty, else a further one that looks the same."""
    own = next((s for s in slide.placeholders if s.placeholder_format.idx == 1), None)
    if own is not None and not own.text_frame.text:
        return own
    box = slide.shapes.add_textbox(Pt(0), Pt(0), Pt(1), Pt(1))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    levels = slide.slide_layout.slide_master.element.find(qn("p:txStyles")).find(qn("p:bodyStyle"))
    styles = frame._txBody.find(qn("a:lstStyle"))  # noqa: SLF001
    styles.extend(copy.deepcopy(level) for level in levels)
    box.name = f"Text {box.shape_id}"
    return box


def put_text(slide: Slide, shape: Any, lines: Iterable[Line], place: Place) -> None:
    """Writes into a place, which is then read after all that stands before it on the slide."""
    place.put(shape)
    write(shape.text_frame, lines)
    read_last(slide, shape)


def read_last(slide: Slide, shape: Any) -> None:
    """Order in the file is order of reading: footer and number stay at the end."""
    tree = design.xml(slide.shapes)
    ends = [s for s in slide.placeholders if design.at_the_foot(s)]
    for part in map(design.xml, (shape, *ends)):
        tree.remove(part)
        tree.append(part)


def without_empty_text(slide: Slide | None) -> None:
    """A place for text that holds none would ask for some."""
    if slide is not None:
        for shape in list(slide.placeholders):
            if shape.placeholder_format.idx == 1 and not shape.text_frame.text:
                design.remove(shape)


def write(frame: Any, lines: Iterable[Line]) -> None:
    """Paragraphs at their levels; the master gives each level its look."""
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.level = int(line.level)
        paragraph.add_run().text = clean(line.text)
