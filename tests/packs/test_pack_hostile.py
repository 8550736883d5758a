"""Whatever a report says stands in a pack as it is: as text, never as markup, link or program."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.packs import FORMATS, make_pack, unheard
from kpi_core.packs.pdf import write_pdf
from kpi_core.packs.pieces import Bullets, Facts, Pack, Part, Section, Table, Text, Written
from kpi_core.packs.slides import write_slides
from kpi_core.packs.word import write_word
from kpi_core.present.printable import printable
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.selection import Filters
from tests.packs.reading_back import SECTIONS
from tests.screens.hostile import ATTACKS, write_report

EACH = pytest.mark.parametrize("output", FORMATS)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    folder = tmp_path_factory.mktemp("hostile")
    report, catalogue = write_report(folder)
    build([report], folder / "dataset", catalogue)
    return prepare(datasets.read(folder / "dataset"))


@pytest.fixture(scope="module")
def packs(hostile: Scorecard) -> Mapping[str, bytes]:
    return {output: make_pack(hostile, Filters(), output, unheard) for output in FORMATS}


@EACH
def test_every_attack_is_there_as_it_was_written(
    hostile: Scorecard, packs: Mapping[str, bytes], output: str
) -> None:
    found = SECTIONS[output](packs[output])
    cells = (c for s in found for table in s.tables for row in table for c in row)
    said = letters(" ".join((*(f"{s.heading} {s.said}" for s in found), *cells)))
    for text in (*ATTACKS, *hostile.rows["commentary"]):
        assert letters(text) in said


@pytest.mark.parametrize("output", ["docx", "pptx"])
def test_office_files_lead_nowhere_and_run_nothing(packs: Mapping[str, bytes], output: str) -> None:
    with zipfile.ZipFile(io.BytesIO(packs[output])) as archive:
        for name in archive.namelist():
            assert "vba" not in name.lower()
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(content, etree.XMLParser(resolve_entities=False))
                assert b'TargetMode="External"' not in content
                assert b"hlinkClick" not in content


def test_the_pdf_leads_to_its_own_pages_alone(packs: Mapping[str, bytes]) -> None:
    reader = PdfReader(io.BytesIO(packs["pdf"]))
    root = reader.trailer["/Root"]
    assert "/OpenAction" not in root  # type: ignore[operator]
    assert "/AcroForm" not in root  # type: ignore[operator]
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            known = annotation.get_object()
            assert known["/Subtype"] == "/Link"
            assert known.get("/A", {}).get("/S") in (None, "/GoTo")


def letters(text: str) -> str:
    """All but white space, which a reader of PDF has to guess."""
    return "".join(text.split())


def saying(text: str) -> Pack:
    """A pack that says one text wherever a text can stand."""
    pieces = (
        *(Text(text), Written(text), Bullets((text,)), Facts(((text, text),))),
        Table(text, (text, text), ((text, text), (text, text)), frozenset({1})),
    )
    section = Section(text, text, pieces, (Part(text, pieces),))
    return Pack(text, text, text, Facts(((text, text),)), (section,), text, date(2020, 3, 31))


markup = st.text("#$*_`<>@\\/[]{}()=+-~'\"%^&|;:.! abXZ19", min_size=1, max_size=40)


@settings(max_examples=60)
@given(markup.filter(str.strip))
def test_no_text_is_markup_in_a_pdf(text: str) -> None:
    section = SECTIONS["pdf"](write_pdf(saying(text)))[-1]
    wanted = letters(text)
    assert letters(section.heading) == wanted
    assert [letters(cell) for cell in section.tables[0][1]] == [wanted, wanted]
    assert wanted in letters(section.said)


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=60))
def test_any_text_at_all_makes_files_that_can_be_read(text: str) -> None:
    """Control characters, halves of pairs, unassigned and private letters, right to left."""
    shown = letters(printable(text))
    assert write_pdf(saying(text)).startswith(b"%PDF-")
    for output, write in (("docx", write_word), ("pptx", write_slides)):
        found = SECTIONS[output](write(saying(text)))
        said = "".join(f"{s.heading}{s.said}" for s in found)
        assert shown in letters(said)


@EACH
def test_a_report_of_long_texts_ends(output: str, tmp_path: Path) -> None:
    """Names, words and commentary far beyond what a page holds."""
    long, wide = "a very long story " * 1500, "x" * 3000
    table = "Indicator\t2019/20 Q4\tTarget\tStatus\tCommentary\n"
    table += f"Increase {wide}\t16%\t15%\tGreen\t{long}\n"
    table += f"Reduce {long[:3000]}\t16%\t15%\tRed\t{wide}\n"
    (tmp_path / "long.tsv").write_text(table, "utf-8")
    build([tmp_path / "long.tsv"], tmp_path / "dataset")
    card = prepare(datasets.read(tmp_path / "dataset"))
    content = make_pack(card, Filters(), output, unheard)
    found = SECTIONS[output](content)
    said = "".join(f"{s.heading}{s.said}" for s in found)
    assert letters(long) in letters(said)
    assert wide in letters(said)
