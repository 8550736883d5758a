"""A PDF pack is tagged after PDF/UA-1, or says why it does not claim to be."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from pypdf import PdfReader

from kpi_core.packs.pdf import NOT_UNIVERSAL, write_pdf
from kpi_core.packs.pieces import Bullets, Facts, Pack, Part, Section, Table, Text, Written
from tests.packs.reading_back import Tag, pdf_sections, pdf_tags, plain


@pytest.fixture(scope="session")
def reader(red: Mapping[str, bytes]) -> PdfReader:
    return PdfReader(io.BytesIO(red["pdf"]))


@pytest.fixture(scope="session")
def tags(red: Mapping[str, bytes]) -> Tag:
    return pdf_tags(red["pdf"])


def universal(reader: PdfReader) -> bool:
    xmp = reader.xmp_metadata
    return xmp is not None and b"<pdfuaid:part>1</pdfuaid:part>" in xmp.stream.get_data()


def test_it_claims_pdf_ua_and_is_marked(reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert universal(reader)
    assert root["/MarkInfo"]["/Marked"].value  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value  # type: ignore[index]


def test_language_and_title(reader: PdfReader) -> None:
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == "Cheshire West and Chester Council: committee pack, 2019/20 Q4"


def test_headings_skip_no_level(tags: Tag) -> None:
    levels = [int(tag.name[1]) for tag in tags.all("H1", "H2", "H3", "H4")]
    assert set(levels) == {1, 2, 3}
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_a_row_of_headings(tags: Tag) -> None:
    tables = list(tags.all("Table"))
    assert len(tables) > 20
    for table in tables:
        first, *others = table.all("TR")
        assert {cell.name for cell in first.below} == {"TH"}
        assert {cell.name for row in others for cell in row.below} == {"TD"}
        assert {len(row.below) for row in (first, *others)} == {len(first.below)}
    assert len([caption for caption in tags.all("Caption") if plain(caption.said)]) == len(tables)


def test_every_figure_has_its_finding_as_alternative_text(tags: Tag) -> None:
    headings = [plain(tag.said) for tag in tags.all("H1")]
    alts = [plain(figure.alt) for figure in tags.all("Figure")]
    assert len(alts) == 8
    assert alts == headings[2:-2]


def test_what_the_council_wrote_is_a_quotation(tags: Tag) -> None:
    assert len(list(tags.all("Quote", "BlockQuote"))) == 8


def test_bookmarks_lead_to_every_section(reader: PdfReader, tags: Tag) -> None:
    titles = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert [plain(t) for t in titles] == [plain(tag.said) for tag in tags.all("H1")][1:]


def test_its_dates_are_those_of_the_period(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2020, 3, 31)


def pack(text: str) -> Pack:
    """One that says the same text in every place that there is."""
    pieces = (
        *(Text(text), Written(text), Bullets((text, text)), Facts(((text, text),))),
        Table(text, (text, text), ((text, text),)),
    )
    section = Section(text, text, pieces, (Part(text, pieces, (Part(text, (Text(text),)),)),))
    return Pack(text, text, text, Facts(((text, text),)), (section,), text, date(2020, 3, 31))


@pytest.mark.parametrize("letter", ["中", "\U0010ffff"])
def test_a_letter_that_no_font_has_costs_the_claim_and_not_the_pack(letter: str) -> None:
    content = write_pdf(replace(pack("Figures"), subtitle=f"Plan {letter}"))
    assert not universal(PdfReader(io.BytesIO(content)))
    assert plain(NOT_UNIVERSAL) in plain(pdf_tags(content).said)


def test_other_packs_say_nothing_of_letters() -> None:
    content = write_pdf(pack("Figures"))
    assert universal(PdfReader(io.BytesIO(content)))
    assert "no font" not in plain(pdf_sections(content)[-1].said)
