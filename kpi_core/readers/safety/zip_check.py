"""What is checked of a workbook or document before the library that reads it sees a byte.

Every part is unpacked once, in pieces that are thrown away, because the sizes that an archive
states may lie. Macros are never run, links never followed, embedded files never opened: each of
these is a note, so that nobody believes they were read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from zipfile import ZipInfo

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.limits import (
    EXPANSION_COUNTS_FROM,
    MOST_EXPANSION,
    MOST_UNPACKED_BYTES,
    ONLY_THE_TABLE,
)
from kpi_core.readers.safety.archive import Archive
from kpi_core.readers.safety.compound import protected
from kpi_core.readers.safety.prolog import Prolog
from kpi_core.vocabulary import Severity

ENCRYPTED = 0x1

MANIFEST = "META-INF/manifest.xml"

MACROS = re.compile(r"(^|/)vbaProject\.bin$|^Basic/|^Scripts/")

EMBEDDED = re.compile(r"^(xl|word)/embeddings/|^Object [^/]+/content\.xml$")

LINKED_PARTS = re.compile(r"^xl/externalLinks/[^/]+\.xml$")

RELATIONSHIP = re.compile(rb"<[^<>]*\bTargetMode\s*=\s*[\"']External[\"'][^<>]*>")

HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
"""A link that a person may click is no link that a program follows."""

OPEN_LINKS = re.compile(
    rb"<table:table-source\b|<office:dde-source\b"
    rb"|<draw:(image|object|plugin)\b[^<>]*xlink:href\s*=\s*[\"'](https?:|ftp:|file:|//|\.\./)"
)

CHART = b"application/vnd.oasis.opendocument.chart"

OVERLAP = 2_000
"""Bytes of a piece that are looked at again with the next one."""


def check(content: bytes, name: str) -> tuple[Finding, ...]:
    """Unpack and look through every part.

    Raises:
        ReportError: for a damaged or encrypted archive, one that grows too large, odd or repeated
            names of parts, or XML that declares entities.
    """
    archive = Archive.of(content, name)
    _check_names(archive)
    if any(part.flag_bits & ENCRYPTED for part in archive.parts):
        raise protected(name)
    seen = _Seen(name)
    for part in archive.parts:
        seen.part(part, archive)
    return tuple(seen.findings())


class _Seen:
    """Goes through the parts, counting bytes and noticing what will not be read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.bytes = 0
        self.linked, self.macros, self.embedded = False, False, False

    def part(self, part: ZipInfo, archive: Archive) -> None:
        name, size, tail, prolog = part.filename, 0, b"", Prolog()
        self.macros |= bool(MACROS.search(name))
        self.embedded |= bool(EMBEDDED.search(name))
        self.linked |= bool(LINKED_PARTS.search(name))
        for chunk in chain(archive.chunks(part), [b""]):
            size += len(chunk)
            self.bytes += len(chunk)
            self._check_size(part, size)
            if prolog.declares_entities(chunk):
                raise self._refused(f"its part {name!r:.100} declares XML entities")
            tail = self._look(name, tail + chunk)

    def _look(self, name: str, piece: bytes) -> bytes:
        """Look for links; gives back the end of the piece, which the next one may continue."""
        if name == MANIFEST and b"encryption-data" in piece:
            raise protected(self.name)
        if name.endswith(".rels"):
            found = RELATIONSHIP.findall(piece)
            self.linked |= any(HYPERLINK.search(link) is None for link in found)
        elif name.endswith("content.xml"):
            self.linked |= OPEN_LINKS.search(piece) is not None
        return piece[-OVERLAP:]

    def _check_size(self, part: ZipInfo, size: int) -> None:
        if self.bytes > MOST_UNPACKED_BYTES:
            raise ReportError(
                f"{self.name}: the file unpacks to more than {MOST_UNPACKED_BYTES:,} bytes, which "
                f"is too many for a scorecard. {ONLY_THE_TABLE}"
            )
        if size > EXPANSION_COUNTS_FROM and size > MOST_EXPANSION * part.compress_size:
            raise self._refused(
                f"its part {part.filename!r:.100} unpacks to more than {MOST_EXPANSION} times its "
                "size"
            )

    def _refused(self, why: str) -> ReportError:
        return ReportError(f"{self.name}: the file is not read, since {why}. {ONLY_THE_TABLE}")

    def findings(self) -> Iterator[Finding]:
        if self.macros:
            yield _note("macros-ignored", "The file holds macros. They were not run.")
        if self.linked:
            yield _note(
                "external-links",
                "The file refers to other files. They were not opened, so figures that come from "
                "them are as they were when the file was last saved.",
            )
        if self.embedded:
            yield _note(
                "embedded-files-ignored",
                "The file has other files embedded in it. They were not opened; a table that "
                "matters has to be given as a file of its own.",
            )


def _note(rule: str, message: str) -> Finding:
    return Finding(rule, Severity.NOTE, message)


def _check_names(archive: Archive) -> None:
    """No reader writes parts to disk, so odd names do no harm; they tell of ill will."""
    counted = Counter(part.filename for part in archive.parts)
    for name, times in counted.items():
        if times > 1 or _odd(name):
            what = f"a part named {name!r:.100}" if _odd(name) else f"two parts named {name!r:.100}"
            raise ReportError(
                f"{archive.name}: the file has {what}, as no office program writes. "
                "Open it in the program that made it, save it again and try again."
            )


def _odd(name: str) -> bool:
    """Absolute, climbing out of its folder, of Windows, or not to be seen."""
    steps = name.split("/")
    absolute = name.startswith("/") or ":" in steps[0]
    return absolute or ".." in steps or "\\" in name or not name.isprintable()
