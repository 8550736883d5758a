"""The whole way from report files to a dataset, readable from top to bottom."""

import io
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kpi_core import catalogue as catalogues
from kpi_core import checks, dataset
from kpi_core.catalogue import Catalogue
from kpi_core.checks.catalogue_entries import unused_entries
from kpi_core.checks.caveats import caveats_of
from kpi_core.checks.misplaced import misplaced_sentences
from kpi_core.checks.national import beside_national
from kpi_core.dataset import Assessed, Inputs, OvertakenError, Packed, imported
from kpi_core.dataset.batches import NOTHING_ADDED, Recorded, recorded
from kpi_core.dataset.imported import Source, report_id
from kpi_core.dataset.merged import NOTHING, Merged, merge
from kpi_core.dataset.place import Place, place
from kpi_core.errors import DatasetError, ReportError
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories import History, figures_elsewhere, link
from kpi_core.normalise import normalise
from kpi_core.normalise.corrections import unused_corrections
from kpi_core.readers import bounded, read
from kpi_core.readers.safety.file_name import shown
from kpi_core.rules.assess import Elsewhere, assess, schemes_for
from kpi_core.vocabulary import Severity

Progress = Callable[[str], None]

UNREADABLE = "report-unreadable"
"""Rule of the finding that a file could not be read as a report."""

ATTEMPTS = 3
"""How often a build starts again when somebody publishes an import meanwhile."""


@dataclass(frozen=True)
class Reading:
    """What reading some files gave: the reports read, and an error for each that was not."""

    reports: tuple[Assessed, ...]
    unread: tuple[Finding, ...]
    inputs: Inputs
    histories: tuple[History, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.unread, *(f for report in self.reports for f in report.findings))

    @property
    def exit_code(self) -> int:
        """1 if any finding is an error, else 0."""
        return int(any(finding.severity is Severity.ERROR for finding in self.findings))


@dataclass(frozen=True)
class BuildResult:
    """A dataset version that was written."""

    version: str
    location: str
    reading: Reading

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.reading.findings

    @property
    def exit_code(self) -> int:
        return self.reading.exit_code


def build(
    files: Sequence[Path],
    out: str | Path,
    catalogue: Path | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Read reports, rate and check them, and write a dataset version.

    What was imported into the dataset before is included, reports and national figures; a file
    that is named here wins over an imported one of the same report.

    Args:
        files: report files; one that cannot be read is an error finding, the rest is built.
        out: folder or address of the dataset.
        catalogue: TOML file, or None for no catalogue.
        progress: called with the name of each file before it is read.

    Raises:
        CatalogueError: when the catalogue is wrong.
        ReportError: when no file could be read; the dataset is left as it was.
    """
    where, known = place(out), catalogues.load(catalogue)
    named = _named(files)
    for _ in range(ATTEMPTS):
        added = recorded(where)
        corrections = imported.corrections(where, added.batches)
        more = imported.sources(where, added.batches, [report_id(name) for name, _ in named])
        reading = read_all([*named, *more], imported.overlaid(known, corrections), progress)
        if not reading.reports:
            raise ReportError("\n".join(finding.message for finding in reading.unread))
        national = merge(where, added.releases)
        reading = beside(reading, national)
        packed = pack(reading, corrections, added, national)
        with suppress(OvertakenError):
            version = dataset.write(where, packed, partial(_same, where, added))
            return BuildResult(version, str(out), reading)
    raise OvertakenError(f"Imports keep being added to the dataset at {where.name}. Try again.")


def check(
    files: Sequence[Path], catalogue: Path | None = None, progress: Progress | None = None
) -> Reading:
    """The same reading without writing anything."""
    return read_all(_named(files), catalogues.load(catalogue), progress)


def read_all(
    sources: Iterable[Source], known: Catalogue, progress: Progress | None = None
) -> Reading:
    """Read each source; one that cannot be read is an error finding beside the others' result."""
    read_so_far, unread, contents = [], [], []
    for name, given in sources:
        if progress is not None:
            progress(name)
        try:
            content = given()
            read_so_far.append(read_facts(content, name, known))
            contents.append(content)
        except (ReportError, DatasetError) as error:
            finding = Finding(UNREADABLE, Severity.ERROR, str(error))
            unread.append(finding.at(report=report_id(name)))
    linked, histories = link(read_so_far, known)
    others = figures_elsewhere(linked)
    reports = [assessed(report, known, others[report.report]) for report in linked]
    inputs = Inputs(known.content, tuple(contents))
    return Reading(_with_unused(reports, known), tuple(unread), inputs, histories)


def pack(
    reading: Reading,
    corrections: Sequence[bytes] = (),
    added: Recorded = NOTHING_ADDED,
    national: Merged = NOTHING,
) -> Packed:
    """A reading as a whole dataset version in memory; with releases, one ``beside`` them."""
    return dataset.pack(
        dataset.tables(reading.reports, reading.unread, national),
        replace(reading.inputs, others=(*reading.inputs.others, *corrections)),
        dataset.schemes_used(reading.reports),
        added.described(),
        national,
    )


def beside(reading: Reading, national: Merged) -> Reading:
    """A reading with what was found in its reports beside the national figures."""
    return replace(reading, reports=beside_national(reading.reports, national.national))


def _with_unused(reports: Sequence[Assessed], known: Catalogue) -> tuple[Assessed, ...]:
    """Adds to each report the notes on entries of the catalogue that nothing read has."""
    notes: dict[str, list[Finding]] = {}
    for note in unused_entries([assessed.report for assessed in reports], known):
        notes.setdefault(note.report, []).append(note)
    return tuple(
        replace(assessed, findings=(*assessed.findings, *notes.get(assessed.report.report, ())))
        for assessed in reports
    )


def read_report(content: bytes, name: str, catalogue: Catalogue) -> Assessed:
    """One report by itself: read, normalise, rate, check.

    Raises:
        ReportError: when the bytes hold no scorecard table.
        CatalogueError: when the catalogue gives a column a role that does not exist.
    """
    return assessed(read_facts(content, name, catalogue), catalogue)


def read_facts(content: bytes, name: str, catalogue: Catalogue) -> ReportFacts:
    """What one report says, before it is rated.

    Raises:
        ReportError: when the bytes hold no scorecard table.
        CatalogueError: when the catalogue gives a column a role that does not exist.
    """
    document = read(io.BytesIO(content), name)
    report = normalise(document, content, catalogue)
    return report.with_findings(unused_corrections(report, document, catalogue))


def assessed(
    report: ReportFacts, catalogue: Catalogue, others: Elsewhere | None = None
) -> Assessed:
    """A report rated by its own schemes, and checked; ``others`` are figures of other reports."""
    schemes = schemes_for(report.report, catalogue)
    evidence = checks.Evidence(report, assess(report, schemes, others))
    elsewhere = misplaced_sentences(evidence)
    caveats = {
        item.facts.indicator.id: tuple(c.sentence for c in caveats_of(item.facts, elsewhere))
        for item in evidence.assessments
    }
    findings = (*report.findings, *checks.run(evidence))
    return Assessed(report, evidence.assessments, schemes, findings, caveats)


def _same(where: Place, added: Recorded) -> bool:
    return recorded(where) == added


def _named(files: Sequence[Path]) -> list[Source]:
    if not files:
        raise ReportError("There is no report to read. Name at least one file.")
    _refuse_same_names(files)
    return [(path.name, partial(_bytes, path)) for path in files]


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return bounded(stream, path.name)
    except OSError as error:
        name = shown(path.name)
        raise ReportError(f"{name}: the file cannot be read: {error.strerror}.") from error


def _refuse_same_names(files: Iterable[Path]) -> None:
    """Two files of one name would be one report in the dataset."""
    seen: dict[str, Path] = {}
    for path in files:
        report = report_id(path.name)
        if report in seen:
            raise ReportError(
                f"{seen[report]} and {path} would both be the report {report!r}. Rename one."
            )
        seen[report] = path
