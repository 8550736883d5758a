"""What reading a national source gives: tables in the form that the dataset keeps them in."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from kpi_core.findings import Finding

Progress = Callable[[str], None]


@dataclass(frozen=True)
class SourceFile:
    """One file of a source, by its name without a folder."""

    name: str
    content: bytes

    @property
    def checksum(self) -> str:
        """As the descriptor writes it: ``sha256:`` and 64 hexadecimal digits."""
        return f"sha256:{hashlib.sha256(self.content).hexdigest()}"


@dataclass(frozen=True)
class Release:
    """One release of one source, read whole.

    Attributes:
        id: stable for the same files, such as ``lait-1f3a9c02``.
        figures: schema of ``observations``, sorted by indicator, period and subject; ``is_latest``
            is set as if there were no other release. Missing ones are rows too.
        measures: schema of ``indicators``; ``organisation`` is the publisher.
        areas: schema of ``areas``.
        neighbours: schema of ``neighbours``; no rows where the source has no sets.
        findings: what was unclear, each in a sentence that names the file and the place.
    """

    id: str
    source: str
    title: str
    publisher: str
    publisher_name: str
    licence: str
    link: str | None
    published_on: date | None
    files: tuple[SourceFile, ...]
    figures: pa.Table
    measures: pa.Table
    areas: pa.Table
    neighbours: pa.Table
    findings: tuple[Finding, ...] = ()


def release_id(source: str, files: Sequence[SourceFile]) -> str:
    """The source's name and what its files hold: other content is another release."""
    together = "\n".join(sorted(file.checksum for file in files))
    return f"{source}-{hashlib.sha256(together.encode()).hexdigest()[:8]}"
