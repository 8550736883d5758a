"""Contents of a Word pack: links to its sections, which need no field to be brought up to date."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kpi_core.packs.clean import clean
from kpi_core.packs.word import styles

TITLE = "Contents"


def put_contents(document: Document, headings: list[str]) -> None:
    """A list of the sections, each entry a link to the mark of the same number."""
    document.add_paragraph(TITLE, "Heading 1")
    for number, heading in enumerate(headings):
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _mark(number))
        entry = document.add_paragraph(style=styles.ENTRY)
        entry._p.append(link)  # noqa: SLF001 - python-docx reads links and writes none
        run = entry.add_run(clean(heading), styles.LINK)
        link.append(run._r)  # noqa: SLF001 - moves it into the link


def mark(heading: Paragraph, number: int) -> None:
    """Makes a heading the end of the link of this number."""
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        end = OxmlElement(kind)
        end.set(qn("w:id"), str(number))
        if kind == "w:bookmarkStart":
            end.set(qn("w:name"), _mark(number))
        heading._p.append(end)  # noqa: SLF001 - nor bookmarks


def _mark(number: int) -> str:
    return f"section-{number}"
