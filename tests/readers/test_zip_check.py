"""What is refused of an archive before a library reads it, and what is only noted."""

import re
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from kpi_core.readers.limits import MOST_PARTS, MOST_UNPACKED_BYTES
from kpi_core.readers.safety.archive import CHUNK
from kpi_core.readers.safety.zip_check import check
from tests.readers.archives import (
    DECLARED,
    link,
    links,
    open_document,
    sheet,
    workbook,
    workbook_parts,
    zipped,
)

LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'

MEGABYTE = 1_000_000


def rules(content: bytes) -> list[str]:
    return [finding.rule for finding in check(content, "x.xlsx")]


def refusal(content: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        check(content, "x.xlsx")
    assert str(caught.value).startswith("x.xlsx: the file ")
    return str(caught.value)


def test_a_plain_workbook_passes_without_a_note() -> None:
    assert rules(workbook()) == []


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("xl/vbaProject.bin", b"", "macros-ignored"),
        ("word/vbaProject.bin", b"", "macros-ignored"),
        ("Basic/Standard/Module1.xml", b"<x/>", "macros-ignored"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "external-links"),
        ("word/_rels/settings.xml.rels", links(link("a", "attachedTemplate", "http://x", True)),
         "external-links"),
        ("word/_rels/document.xml.rels", links(link("a", "image", "http://x/y.png", True)),
         "external-links"),
        ("word/_rels/document.xml.rels", links(link("a", "hyperlink", "http://x", True)), None),
        ("word/_rels/document.xml.rels", links(link("a", "image", "media/y.png")), None),
        ("xl/embeddings/book.xlsx", workbook(), "embedded-files-ignored"),
        ("word/embeddings/oleObject1.bin", b"\x00", "embedded-files-ignored"),
        ("Object 1/content.xml", b"<x/>", "embedded-files-ignored"),
        ("xl/media/image1.png", b"\x89PNG", None),
    ],
)  # fmt: skip
def test_what_is_ignored_is_a_note(name: str, content: bytes, rule: str | None) -> None:
    found = rules(workbook((name, content)))
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("element", "linked"),
    [
        (b'<table:table-source xlink:href="../other.ods"/>', True),
        (b'<office:dde-source office:dde-topic="x"/>', True),
        (b'<draw:image xlink:href="https://example.org/a.png"/>', True),
        (b'<draw:image xlink:href="Pictures/a.png"/>', False),
        (b'<text:a xlink:href="https://example.org">link</text:a>', False),
    ],
)
def test_links_of_a_spreadsheet_to_other_files_are_noted(element: bytes, linked: bool) -> None:
    starts = (0, *(CHUNK - before for before in (1, 10, len(element) // 2)), CHUNK + 1)
    for start in starts:  # at the seam of two pieces too
        content = zipped([("content.xml", b"<x>".ljust(start, b"x") + element + b"</x>")])
        assert rules(content) == (["external-links"] if linked else [])


@pytest.mark.parametrize(
    "part",
    [
        DECLARED + LAUGHS + b"<a>&c;</a>",
        b"\n" + LAUGHS + b"<a/>",
        (DECLARED + LAUGHS + b"<a/>").decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        b"<!--" + b"x" * (2 << 20) + b"-->" + LAUGHS + b"<a/>",
        b'<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]><a/>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1/"> ]><a>&b;</a>',
        b"<?xml version='1.0' encoding='utf-7'?><a/>",
        b"<?xml version='1.0' encoding='nosuch'?><a/>",
        b"<?xml version='9'?><!ENTITY",
    ],
    ids=[
        "laughs",
        "late",
        "wide",
        "far down",
        "parameter",
        "outside",
        "utf-7",
        "unknown",
        "broken",
    ],
)
def test_xml_that_declares_entities_is_refused_wherever_it_stands(part: bytes) -> None:
    said = refusal(workbook(("docProps/any.bin", part)))
    assert "its part 'docProps/any.bin' declares XML entities" in said


@pytest.mark.parametrize(
    "part",
    [
        b"<!DOCTYPE manifest PUBLIC '-//OpenOffice.org//DTD Manifest 1.0//EN' 'M.dtd'><a/>",
        b"<a>&lt;!ENTITY b 'x'&gt;</a>",
        b"<a><![CDATA[<!DOCTYPE a [<!ENTITY b 'x'>]>]]></a>",
        b"",
        b"< no xml",
        b"MZ<!ENTITY",
    ],
)
def test_text_about_entities_and_a_bare_document_type_pass(part: bytes) -> None:
    assert rules(workbook(("docProps/any.xml", part))) == []


@pytest.mark.parametrize(
    "name",
    [
        *("../up.xml", "xl/../../up.xml", "/etc/passwd", "C:/x.xml", "xl\\x.xml", "a\nb.xml"),
        "\u202egnp.xml",
    ],
)
def test_names_of_parts_that_climb_or_hide_are_refused(name: str) -> None:
    said = refusal(workbook((name, b"<x/>")))
    assert f"has a part named {name!r}, as no office program writes. Open it in" in said


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    said = refusal(workbook(("xl/worksheets/sheet1.xml", sheet([["other"]]))))
    assert "has two parts named 'xl/worksheets/sheet1.xml'" in said


def test_a_part_that_grows_too_much_is_refused() -> None:
    said = refusal(workbook(("xl/media/a.bin", bytes(11 * MEGABYTE))))
    assert "its part 'xl/media/a.bin' unpacks to more than 200 times its size" in said


def test_a_small_part_may_be_as_empty_as_it_likes() -> None:
    assert rules(workbook(("xl/media/a.bin", bytes(9 * MEGABYTE)))) == []


def test_parts_that_are_too_large_together_are_refused() -> None:
    many = [(f"xl/media/{at}.bin", bytes(9 * MEGABYTE)) for at in range(56)]
    assert f"unpacks to more than {MOST_UNPACKED_BYTES:,} bytes" in refusal(workbook(*many))


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    parts = [(f"{at}", b"") for at in range(MOST_PARTS + 1)]
    assert f"is made of more than {MOST_PARTS:,} parts" in refusal(zipped(parts))


def stating(size: int, content: bytes) -> bytes:
    """An archive whose first part says that it has another size than it has."""
    changed = bytearray(content)
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", changed, content.index(sign) + at, size)
    return bytes(changed)


def test_a_size_that_is_stated_wrongly_is_of_no_use() -> None:
    bomb = zipped([("a.bin", bytes(11 * MEGABYTE))])
    assert "damaged or was cut short" in refusal(stating(10, bomb))
    assert "more than 200 times" in refusal(stating(4_000_000_000, bomb))
    assert rules(stating(4_000_000_000, zipped([("a.bin", b"x")]))) == []


def test_an_encrypted_part_is_a_matter_of_a_password() -> None:
    content = bytearray(workbook())
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(sign) + at] |= 1
    assert "is protected with a password" in refusal(bytes(content))


def test_an_encrypted_open_document_is_a_matter_of_a_password() -> None:
    manifest = b"<manifest><manifest:encryption-data/></manifest>"
    content = open_document("spreadsheet", ("META-INF/manifest.xml", manifest))
    assert "is protected with a password" in refusal(content)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_way_of_packing_is_unpacked_within_the_same_bounds(method: int) -> None:
    assert rules(zipped(workbook_parts(), method)) == []
    bomb = zipped([("a", bytes(11 * MEGABYTE))], method)
    assert "more than 200 times" in refusal(bomb)


@settings(max_examples=300, deadline=None)
@given(
    changes=st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=4),
    cut=st.integers(0, 5_000) | st.none(),
)
def test_any_damage_is_a_sentence_or_no_matter(
    changes: list[tuple[int, int]], cut: int | None
) -> None:
    content = bytearray(workbook(("xl/vbaProject.bin", b"x")))
    for at, value in changes:
        content[at % len(content)] = value
    try:
        found = check(bytes(content[:cut]), "x.xlsx")
    except ReportError as error:
        said = str(error)
    else:
        said = f"x.xlsx: {len(found)}"
    assert re.match(r"x\.xlsx: ", said)


def test_a_part_is_never_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """200 MB of zeros, 200 kB when packed, are refused after 40 MB, in pieces of one."""
    read: list[int] = []
    original = zipfile.ZipExtFile.read

    def counted(self: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        piece = original(self, n)
        read.append(len(piece))
        return piece

    content = workbook(("a", bytes(200 * MEGABYTE)))
    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    refusal(content)
    assert max(read) <= 1 << 20
    assert sum(read) < 45 * MEGABYTE
