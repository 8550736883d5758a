"""Committee packs: the current view as a document for a meeting, in the formats people edit.

``content`` says once what a pack holds; each format is a file with a writer and one line in
``FORMATS``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kpi_core.packs.content import MOST_INDICATORS, Step, describe, too_many
from kpi_core.packs.pdf import write_pdf
from kpi_core.packs.pieces import Pack
from kpi_core.packs.slides import write_slides
from kpi_core.packs.word import write_word
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters

__all__ = ["FORMATS", "MOST_INDICATORS", "PackFormat", "Step", "make_pack", "too_many", "unheard"]

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class PackFormat:
    """One kind of file: how its charts are drawn, and what writes it."""

    name: str
    label: str
    mime: str
    picture: str
    write: Callable[[Pack], bytes]


FORMATS: dict[str, PackFormat] = {
    chosen.name: chosen
    for chosen in (
        PackFormat("docx", "Word", f"{_OFFICE}.wordprocessingml.document", "png", write_word),
        PackFormat(
            "pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", "png", write_slides
        ),
        PackFormat("pdf", "PDF", "application/pdf", "svg", write_pdf),
    )
}


def unheard(said: str) -> None:
    """For whoever does not ask how far it is."""
    del said


def make_pack(card: Scorecard, filters: Filters, output: str, step: Step) -> bytes:
    """The pack of a view as a file.

    Args:
        card: the scorecard.
        filters: which of its indicators are in the pack.
        output: name of a format.
        step: hears what is being made.

    Raises:
        ExportError: more indicators meet the filters than a pack holds.
    """
    chosen = FORMATS[output]
    pack = describe(card, filters, chosen.picture, step)
    step("Putting the document together")
    return chosen.write(pack)
