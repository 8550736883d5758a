"""What is unclear in the values, and what is lost without a file: findings in sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from kpi_core.cells.text import quote
from kpi_core.findings import Finding
from kpi_core.national.lait.dictionary import Measure
from kpi_core.national.lait.figures import Figures
from kpi_core.national.lait.files import Files
from kpi_core.periods import UNKNOWN
from kpi_core.vocabulary import Severity, Unit

_SHOWN = 5
_WHOLE = 100

_LOST = {
    "dictionary": "no data dictionary beside the values. Their periods stay unknown, as only it "
    "says what a year means, and so do units, decimals and which way is good: nothing can be "
    "compared. Put lait_data_dictionary.csv beside the values and import again.",
    "codes": "no code list beside the values, so that no council has a type and councils of one "
    "type cannot be compared. Put la_code_list.xlsx beside the values and import again.",
    "neighbours": "no set of statistical neighbours beside the values. Put the workbooks whose "
    "names begin with sn_ beside the values and import again.",
}
"""By companion: what is lost without it and what to do."""


def missing_files(found: Files) -> Iterator[Finding]:
    """One for each companion that is not there."""
    there = {
        "dictionary": found.dictionary is not None,
        "codes": found.codes is not None,
        "neighbours": bool(found.neighbours),
    }
    for companion, lost in _LOST.items():
        severity = Severity.WARNING if companion == "dictionary" else Severity.NOTE
        if not there[companion]:
            yield Finding("national-file-missing", severity, f"There is {lost}")


def doubts(figures: Figures, known: Mapping[str, Measure]) -> Iterator[Finding]:
    """What is unclear in the values themselves."""
    if known:
        yield from _not_described(figures, known)
        yield from _periods(figures)
    if figures.table.left_out:
        message = f"{figures.table.left_out:,} rows name no measure or no area and are left out."
        yield Finding("national-row-nameless", Severity.WARNING, message)
    yield from _unreadable(figures)
    yield from _twice(figures)
    yield from _one_subject(figures)
    yield from _outside(figures)
    yield from _above_whole(figures)


def _not_described(figures: Figures, known: Mapping[str, Measure]) -> Iterator[Finding]:
    with_values = set(figures.table.short.texts)
    for short in sorted(with_values - set(known)):
        message = (
            f"{quote(short)} is not in the data dictionary: its periods, unit and which way is "
            "good are not known."
        )
        yield Finding(
            "national-measure-unknown", Severity.WARNING, message, indicator=f"lait/{short}"
        )
    unused = sorted(set(known) - with_values)
    if unused:
        message = (
            f"The data dictionary describes {_counted(unused, 'measure')} without values, left "
            f"out here: {_listed(unused)}."
        )
        yield Finding("national-measure-without-values", Severity.NOTE, message)


def _periods(figures: Figures) -> Iterator[Finding]:
    """Spellings that name no period of their measure, and notes in brackets that say nothing."""
    years = len(figures.table.years.texts)
    counts = np.bincount(figures.pairs[1], minlength=len(figures.periods))
    groups: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for at, found in enumerate(figures.periods):
        if found.reason:
            groups[found.period == UNKNOWN, found.reason].append(at)
    for (unknown, reason), places in groups.items():
        rule = "national-period-unknown" if unknown else "national-period-note-unknown"
        first = figures.measures[figures.pairs[0][places[0]] // years].short
        others = f" and {len(places) - 1} more" if len(places) > 1 else ""
        what = "no period is given to" if unknown else "no mark is given to"
        message = (
            f"{reason[:1].upper()}{reason[1:]}; {what} {int(counts[places].sum()):,} cells of "
            f"{quote(first)}{others}."
        )
        where = None if others else f"lait/{first}"
        yield Finding(rule, Severity.WARNING, message, indicator=where)


def _unreadable(figures: Figures) -> Iterator[Finding]:
    cells, value = figures.cells, figures.table.value
    odd = [at for at, cell in enumerate(cells) if not cell.understood]
    if odd:
        count = int(np.isin(value.codes, odd).sum())
        message = (
            f"{count:,} cells hold neither a number nor a known sign for none, and count as not "
            f"available: {_listed([quote(value.texts[at]) for at in odd])}."
        )
        yield Finding("national-figure-unreadable", Severity.WARNING, message)


def _twice(figures: Figures) -> Iterator[Finding]:
    """Rows beside another of the same measure, period and area, in two spellings or in one."""
    beside = (
        ~figures.latest & np.array([p.period != UNKNOWN for p in figures.periods])[figures.pairs[1]]
    )
    for at in np.unique(figures.table.short.codes[beside]):
        short = figures.measures[at].short
        count = int((figures.table.short.codes[beside] == at).sum())
        message = (
            f"{count:,} figures of {quote(short)} stand beside another one of the same period and "
            "area. Both are kept; the more settled one counts, else the later one."
        )
        yield Finding("national-figure-twice", Severity.WARNING, message, indicator=f"lait/{short}")


def _one_subject(figures: Figures) -> Iterator[Finding]:
    names: dict[str, list[str]] = defaultdict(list)
    for name, subject in zip(figures.table.area.texts, figures.subjects, strict=True):
        names[subject].append(name)
    for subject, same in names.items():
        if len(same) > 1:
            message = f"{_listed([quote(name) for name in same])} are taken as one area, {subject}."
            yield Finding("national-area-names", Severity.NOTE, message, raw=same[0])


def _outside(figures: Figures) -> Iterator[Finding]:
    count = int((figures.outside & figures.has_figure).sum())
    if count:
        message = (
            f"{count:,} figures are of a council in a period when it had ended or had not begun. "
            "They are kept as published, and no group counts them."
        )
        yield Finding("national-figure-outside-validity", Severity.NOTE, message)


def _above_whole(figures: Figures) -> Iterator[Finding]:
    """Percentages above 100, which a take-up against an estimate may reach (U3)."""
    above = np.array([(cell.value or 0) > _WHOLE for cell in figures.cells])
    counts = np.bincount(
        figures.table.short.codes[above[figures.table.value.codes]],
        minlength=len(figures.measures),
    )
    for measure, count in zip(figures.measures, counts, strict=True):
        if measure.unit is Unit.PERCENT and count:
            message = f"{count:,} figures of {quote(measure.short)} are above {_WHOLE}%."
            where = f"lait/{measure.short}"
            yield Finding("national-figure-above-whole", Severity.NOTE, message, indicator=where)


def _counted(things: Sequence[str], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"


def _listed(texts: Sequence[str]) -> str:
    more = len(texts) - _SHOWN
    return ", ".join(texts[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
