"""The vintage check in a few short sentences: the verdict with its evidence, and what to do (S9).

Which figures fit what in full is in the table, as ``vintage_words`` says it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from kpi_core.comparators.candidates import Candidate
from kpi_core.comparators.vintage import Match, RowVintage, months
from kpi_core.comparators.vintage_words import behind_words, listed
from kpi_core.periods import Period
from kpi_core.vocabulary import Statistic, Vintage

ASK = "Ask for the figures of the same period, or say in the report which period they are for."

NEWER_SETS = (
    "The sets of neighbours that were imported are newer than that, so the council may have meant "
    "others."
)


def sentences(found: RowVintage) -> Iterator[str]:
    """What the figures of one row fit, in the order in which a person wants to know it."""
    fitting = [match for match in found.matches if match.fits]
    if found.together:
        yield from _joint(fitting, found.together, found)
    else:
        for match in fitting:
            yield _fit([match], match.fits[0].figures.period, _several(match), found)
    if nothing := [match for match in found.matches if not match.fits]:
        yield _no_fit(nothing, found)
    if found.state is Vintage.EARLIER:
        yield ASK
    if all(_newer_sets(match, found.row.period.end) for match in found.matches):
        yield NEWER_SETS


def _joint(
    fitting: Sequence[Match], together: Sequence[Period], found: RowVintage
) -> Iterator[str]:
    """The newest period that all fit; those that fit no newer one are its evidence."""
    newest = together[0]
    leading = [match for match in fitting if match.fits[0].label == newest.label] or fitting
    yield _fit(leading, newest, len(together) > 1, found)
    for match in fitting:
        if match not in leading:
            yield f"{_said(match)} fits both {newest.label} and {match.fits[0].label}."


def _fit(matches: Sequence[Match], period: Period, several: bool, found: RowVintage) -> str:
    """Such as "Together A 21% and B 20% fit 2017/18 (20.7% and 20.2% published), two years ..."."""
    many = len(matches) > 1
    evidence = [next(c for c in match.fits if c.label == period.label) for match in matches]
    published = " published" if _published(evidence) else ""
    who = f"{'Together ' if many else ''}{_all_said(matches)} fit{'' if many else 's'}"
    latest = " at the latest" if several else ""
    age = _age(period, matches, evidence, found)
    return f"{who} {period.label}{latest} ({_figures(evidence)}{published}){age}."


def _age(
    period: Period, matches: Sequence[Match], evidence: Sequence[Candidate], found: RowVintage
) -> str:
    """How long before the period to be expected it was, and what is published for that one."""
    expected = found.expected or found.row.period
    behind = months(period.end, expected.end)
    if not behind:
        return ""
    now = [_now(match, figure) for match, figure in zip(matches, evidence, strict=True)]
    figures = f" ({_figures(known)})" if len(known := [c for c in now if c]) == len(now) else ""
    return f", {behind_words(behind)} before {_expected(expected, found)}{figures}"


def _expected(expected: Period, found: RowVintage) -> str:
    """The period to be expected; it is the row's unless the row ends within one."""
    if expected.end == found.row.period.end:
        return f"the row’s {expected.label}"
    return f"{expected.label}, the newest published by {found.row.period.label}"


def _no_fit(matches: Sequence[Match], found: RowVintage) -> str:
    """With what is published of a country or region; for neighbours that depends on the set."""
    expected = found.expected or found.row.period
    now = [match.now[0] for match in matches if match.now]
    known = len(now) == len(matches) and _published(now)
    figures = f" ({_figures(now)} published)" if known else ""
    fit = "fit" if len(matches) > 1 else "fits"
    return f"{_all_said(matches)} {fit} nothing published up to {expected.label}{figures}."


def _now(match: Match, like: Candidate) -> Candidate | None:
    """What is published for the expected period of the same set in the same statistic."""
    alike = (c for c in match.now if (c.group, c.statistic) == (like.group, like.statistic))
    return next(alike, match.now[0] if match.now else None)


def _figures(figures: Sequence[Candidate]) -> str:
    """Such as "20.7% and 20.2%"; one that was worked out is named as "mean 21.4%"."""
    return listed([_figure(figure) for figure in figures], "and")


def _figure(figure: Candidate) -> str:
    known = figure.statistic is Statistic.PUBLISHED
    return figure.text if known else f"{figure.statistic.value} {figure.text}"


def _published(figures: Sequence[Candidate]) -> bool:
    return all(figure.statistic is Statistic.PUBLISHED for figure in figures)


def _all_said(matches: Sequence[Match]) -> str:
    return listed([_said(match) for match in matches], "and")


def _said(match: Match) -> str:
    return f"{match.group} {match.quoted.text}"


def _several(match: Match) -> bool:
    return len({candidate.label for candidate in match.fits}) > 1


def _newer_sets(match: Match, day: date | None) -> bool:
    """Whether every set that the figure was held against holds from later than the row."""
    sets = [figure.dated for figure in (*match.now, *match.fits) if figure.dated is not None]
    return day is not None and bool(sets) and min(sets) > day
