"""One report in two versions of the dataset: each difference as a sentence."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpi_core.dataset import Dataset
from kpi_core.formatting import figure_text
from kpi_core.present import words
from kpi_core.present.records import Record, records
from kpi_core.present.row import missing_word
from kpi_core.selection import on_screen
from kpi_core.vocabulary import NOT_AVAILABLE, NOT_RATED, RevisionKind, Unit

NONE = "none"


@dataclass(frozen=True)
class Revision:
    """One difference. ``said`` goes on where the title ends; both sides are texts."""

    kind: RevisionKind
    indicator: str | None
    title: str
    said: str
    then: str | None = None
    now: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        return f"{self.title}: {self.said}" if self.title else self.said


@dataclass(frozen=True)
class _Two:
    """One report in both versions, with what its indicators are called."""

    report: Mapping[str, Any]
    then: Dataset
    now: Dataset

    def rows(self, table: str) -> tuple[list[Record], list[Record]]:
        """The report's rows of a table, then and now."""
        frames = (data.frame(table) for data in (self.then, self.now))
        both = [records(f[f["report"] == self.report["report"]]) for f in frames]
        return both[0], both[1]

    def indicators(self) -> dict[str, Record]:
        """By id; what the later version says of one comes last and stays."""
        organisation = self.report["organisation"]
        return {
            row["indicator"]: row
            for data in (self.then, self.now)
            for row in data.tables["indicators"].to_pylist()
            if row["organisation"] == organisation
        }


def revisions(then: Dataset, now: Dataset, report: Mapping[str, Any]) -> tuple[Revision, ...]:
    """Every difference in what two versions hold of a report, by kind and in the report's order.

    Args:
        then: the earlier version.
        now: the later one.
        report: a row of ``reports`` that both versions have.
    """
    two = _Two(report, then, now)
    known = two.indicators()
    titles = {indicator: row["title"] for indicator, row in known.items()}
    found = [*_ratings(two, known), *_figures(two, titles), *_findings(two, titles)]
    order = list(RevisionKind)
    return tuple(sorted(found, key=lambda revision: order.index(revision.kind)))


def _ratings(two: _Two, known: Mapping[str, Record]) -> Iterator[Revision]:
    before, after = (
        {row["indicator"]: {**row, **_written(known[row["indicator"]])} for row in side}
        for side in two.rows("ratings")
    )
    for indicator, now in after.items():
        title = known[indicator]["title"]
        then = before.get(indicator)
        if then is None:
            said = "in this report, where the earlier version had no such indicator."
            yield Revision(RevisionKind.ADDED, indicator, title, said)
            continue
        for asked in _ASKED:
            yield from asked.revision(indicator, title, then, now)
    for indicator in before:
        if indicator not in after:
            said = "not in this report any more."
            yield Revision(RevisionKind.REMOVED, indicator, known[indicator]["title"], said)


def _written(indicator: Record) -> Record:
    """How figures of an indicator are written."""
    return {"unit": Unit(indicator["unit"]), "decimals": words.places(indicator["decimals"])}


@dataclass(frozen=True)
class _Asked:
    """A thing that a rating says: its words, and the column with our reason if it is ours."""

    kind: RevisionKind
    what: str
    word: Callable[[Record], str]
    reason: str | None = None

    def revision(self, indicator: str, title: str, then: Record, now: Record) -> Iterator[Revision]:
        was, is_now = self.word(then), self.word(now)
        if was == is_now:
            return
        if self.kind is RevisionKind.COMMENTARY:
            yield Revision(
                self.kind, indicator, title, "the commentary is another one.", was, is_now
            )
            return
        notes = (now[self.reason],) if self.reason and now[self.reason] else ()
        said = f"{self.what} {is_now.lower()}, was {was.lower()}."
        yield Revision(self.kind, indicator, title, said, was, is_now, notes)


def _word(column: str, none: str) -> Callable[[Record], str]:
    return lambda row: on_screen(row[column] or none)


def _target(row: Record) -> str:
    ends = (row["target_low"], row["target_high"])
    given = ends if None not in ends else (row["target"],)
    texts = (figure_text(end, row["unit"], row["decimals"]) for end in given if end is not None)
    return " to ".join(texts) or NONE


_ASKED = (
    _Asked(RevisionKind.STATUS, "declared status", _word("declared_status", NOT_RATED)),
    _Asked(
        *(RevisionKind.STATUS, "status computed by us", _word("computed_status", NOT_RATED)),
        "status_reason",
    ),
    _Asked(
        RevisionKind.DIRECTION, "declared direction", _word("declared_direction", NOT_AVAILABLE)
    ),
    _Asked(
        *(RevisionKind.DIRECTION, "direction computed by us"),
        *(_word("computed_direction", NOT_AVAILABLE), "direction_reason"),
    ),
    _Asked(RevisionKind.TARGET, "target", _target),
    _Asked(RevisionKind.COMMENTARY, "commentary", lambda row: row["commentary"] or NONE),
)


def _figures(two: _Two, titles: Mapping[str, str]) -> Iterator[Revision]:
    before, after = map(_by_place, two.rows("observations"))
    for place in dict.fromkeys((*after, *before)):
        then, now = before.get(place), after.get(place)
        if not _differ(then, now):
            continue
        was, is_now = _figure(then), _figure(now)
        seen: Record = now or then or {}
        own = seen["subject"] == two.report["organisation"]
        whose = "" if own else f"{words.group_name(seen['subject'])}, "
        said = f"{whose}{words.period_text(seen['period_label'])}: {is_now}, was {was}."
        indicator = seen["indicator"]
        yield Revision(RevisionKind.FIGURE, indicator, titles[indicator], said, was, is_now)


def _by_place(rows: Sequence[Record]) -> dict[Hashable, Record]:
    """Figures by what they are about; a cell may move, and a benchmark may be quoted twice."""
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, Record] = {}
    for row in rows:
        about = (row["subject"], row["indicator"], row["period_label"])
        found[(*about, seen[about])] = row
        seen[about] += 1
    return found


def _differ(then: Record | None, now: Record | None) -> bool:
    """Whether a figure is another one; with how many decimals it is printed makes none."""
    if then is None or now is None:
        return any(row is not None and row["value"] is not None for row in (then, now))
    if then["value"] is None and now["value"] is None:
        return (then["missing"], then["raw"]) != (now["missing"], now["raw"])
    return bool((then["value"], then["unit"]) != (now["value"], now["unit"]))


def _figure(row: Record | None) -> str:
    if row is None:
        return "no cell"
    if row["value"] is None:
        why = missing_word(row["missing"]).lower() if row["missing"] else f"printed {row['raw']!r}"
        return f"no figure ({why})"
    return figure_text(row["value"], Unit(row["unit"]), words.places(row["decimals"]))


def _findings(two: _Two, titles: Mapping[str, str]) -> Iterator[Revision]:
    then, now = two.rows("findings")
    for kind, mine, others in (
        (RevisionKind.FOUND, now, then),
        (RevisionKind.RESOLVED, then, now),
    ):
        left = Counter(map(_finding_key, others))
        for row in mine:
            key = _finding_key(row)
            if left[key]:
                left[key] -= 1
                continue
            title = titles.get(row["indicator"] or "", "")
            yield Revision(kind, row["indicator"], title, f"{row['severity']}: {row['message']}")


def _finding_key(row: Record) -> Hashable:
    """A finding stays the same one where its cell moves or its sentence is worded otherwise."""
    return row["rule"], row["indicator"], row["raw"]
