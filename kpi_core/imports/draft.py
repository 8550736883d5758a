"""A draft: uploaded files, corrections, and what they give, all in memory."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import PurePath

from kpi_core.build import Reading, pack, read_all
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed, Dataset, Packed
from kpi_core.dataset.checksum import checksum
from kpi_core.dataset.imported import Source, lay_over, report_id
from kpi_core.errors import ReportError
from kpi_core.imports.changes import Change, Identity, overlay
from kpi_core.inference import Inferred, infer
from kpi_core.readers import Cell, read
from kpi_core.readers.safety.file_name import shown

MOST_FILES = 12
MOST_BYTES_EACH = 25 * 2**20
MOST_BYTES = 50 * 2**20
"""All files of one draft together: what one session may hold in memory."""

TOP = 40
"""Lines of a table in which headings are looked for."""

PASTED = "pasted-table.tsv"

NOT_PUBLISHED = "a draft that is not published"


@dataclass(frozen=True)
class Upload:
    """A file as it came. Of its name only the last part is kept, and that is never a path here."""

    name: str
    content: bytes = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", shown(self.name))

    @property
    def report(self) -> str:
        return report_id(self.name)

    @cached_property
    def checksum(self) -> str:
        return checksum(self.content)


@dataclass(frozen=True)
class Draft:
    """What some files and changes give.

    Attributes:
        base: the catalogue that was there before.
        corrections: the changes as a catalogue to be laid over it; empty without changes.
        identities: by report and checksum, of the files that a change is about, without changes.
    """

    files: tuple[Upload, ...]
    changes: tuple[Change, ...]
    base: Catalogue
    corrections: Catalogue
    reading: Reading
    identities: Mapping[tuple[str, str], Identity]
    _headings: dict[str, list[Cell]] = field(default_factory=dict, repr=False, compare=False)
    _inferred: dict[str, Inferred] = field(default_factory=dict, repr=False, compare=False)

    @property
    def reports(self) -> tuple[Assessed, ...]:
        return self.reading.reports

    @cached_property
    def packed(self) -> Packed:
        """The draft as a dataset version of its own. Only for a draft with a report."""
        return pack(self.reading)

    @cached_property
    def dataset(self) -> Dataset:
        return self.packed.dataset(NOT_PUBLISHED)

    def report(self, file: Upload) -> Assessed | None:
        """What was made of one file; None where it cannot be read."""
        return next((a for a in self.reports if a.report.report == file.report), None)

    def inferred(self, report: Assessed) -> Inferred:
        """Which schemes reproduce what a report of the draft declares."""
        facts = report.report
        if facts.report not in self._inferred:
            self._inferred[facts.report] = infer(facts)
        return self._inferred[facts.report]

    def problem(self, file: Upload) -> str:
        """Why a file cannot be read."""
        found = (f.message for f in self.reading.unread if f.report == file.report)
        return next(found, "")

    def headings(self, file: Upload) -> list[Cell]:
        """Cells that may be headings, of a file in which no table was understood."""
        if file.checksum not in self._headings:
            self._headings[file.checksum] = _likely_headings(file)
        return self._headings[file.checksum]


def admit(files: Sequence[Upload], new: Upload) -> tuple[Upload, ...]:
    """The files with one more; a file of the same report takes the place of the earlier one.

    Raises:
        ReportError: when it is one too many or too large.
    """
    others = tuple(file for file in files if file.report != new.report)
    if len(others) >= MOST_FILES:
        raise ReportError(
            f"{new.name}: a draft holds at most {MOST_FILES} files. Remove one, or publish first."
        )
    if len(new.content) > MOST_BYTES_EACH:
        raise ReportError(
            f"{new.name}: the file has {_megabytes(len(new.content))}; at most "
            f"{_megabytes(MOST_BYTES_EACH)} are read here. Save only the scorecard table."
        )
    if sum(len(file.content) for file in others) + len(new.content) > MOST_BYTES:
        raise ReportError(
            f"{new.name}: with it the draft has more than {_megabytes(MOST_BYTES)}. "
            "Remove a file first."
        )
    return (*others, new)


def read_draft(
    files: Sequence[Upload],
    changes: Sequence[Change] = (),
    base: Catalogue | None = None,
    previous: Draft | None = None,
) -> Draft:
    """Read the files as the catalogue and the changes say.

    A file that cannot be read is an error finding of the reading beside the others' result.

    Args:
        files: at most one per report.
        changes: corrections, in the order in which they were made.
        base: the catalogue; none means an empty one.
        previous: an earlier draft, from which identities are taken on.

    Raises:
        CatalogueError: when a change cannot be; ``changes.check`` refuses it beforehand.
    """
    known = base or Catalogue()
    mine = tuple(c for c in changes if c.report in {file.report for file in files})
    identities = _identities(files, mine, known, previous)
    by_report = {report: identity for (report, _), identity in identities.items()}
    corrections = overlay(known, mine, by_report)
    reading = read_all(_sources(files), lay_over(known, corrections))
    return Draft(tuple(files), mine, known, corrections, reading, identities)


def _sources(files: Iterable[Upload]) -> list[Source]:
    return [(file.name, partial(_content, file)) for file in files]


def _content(file: Upload) -> bytes:
    return file.content


def _identities(
    files: Iterable[Upload], changes: Iterable[Change], known: Catalogue, previous: Draft | None
) -> dict[tuple[str, str], Identity]:
    """Identities of the files with changes; those that the previous draft found are not sought."""
    about = {change.report for change in changes}
    needed = [file for file in files if file.report in about]
    found: dict[tuple[str, str], Identity] = {}
    if previous is not None and previous.base is known:
        plain = {a.report.report: Identity.of(a.report) for a in previous.reports}
        for file in previous.files:
            if file.report in plain:
                found[file.report, file.checksum] = plain[file.report]
        found |= previous.identities  # of all that was changed, as it was without
    new = [file for file in needed if (file.report, file.checksum) not in found]
    for file in new:
        read = read_all(_sources([file]), known).reports
        stem = PurePath(file.name).stem
        identity = Identity.of(read[0].report) if read else Identity.named_after(stem)
        found[file.report, file.checksum] = identity
    return {(file.report, file.checksum): found[file.report, file.checksum] for file in needed}


def _likely_headings(file: Upload) -> list[Cell]:
    """The fullest line near the top of each table; none where nothing can be read."""
    try:
        document = read(io.BytesIO(file.content), file.name)
    except ReportError:
        return []
    found: dict[str, Cell] = {}
    for grid in document.grids:
        fullest = max(grid.lines[:TOP], key=lambda line: line.filled, default=None)
        for cell in fullest.cells if fullest is not None else ():
            if not cell.empty:
                found.setdefault(cell.text, cell)
    return list(found.values())


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.0f} MB"
