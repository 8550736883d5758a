"""The vintage check figure by figure: what fits, what was to be expected."""

from collections.abc import Sequence
from itertools import groupby

from kpi_core.comparators.candidates import Candidate
from kpi_core.comparators.vintage import Match, RowVintage
from kpi_core.formatting import number_word
from kpi_core.periods import Period
from kpi_core.vocabulary import Statistic


def match_sentence(match: Match, found: RowVintage) -> str:
    """What one quoted figure fits, and what is published for the period to be expected."""
    said, expected = f"{match.group} {match.quoted.text}", found.expected or found.row.period
    now = f"; published for {expected.label}: {published_words(match.now)}" if match.now else ""
    if not match.fits:
        return f"{said} fits nothing published up to {expected.label}{now}."
    several = len({candidate.label for candidate in match.fits}) > 1
    older = _older(match.behind or 0, expected, "the newest of them " if several else "")
    return f"{said} fits {fitting_words(match.fits)}{older}{now if match.behind else ''}."


def _older(behind: int, expected: Period, which: str = "") -> str:
    return f", {which}{behind_words(behind)} before {expected.label}" if behind else ""


def fitting_words(fits: Sequence[Candidate]) -> str:
    """Periods with the figures in them: "2017/18 (20.7%) and 2015/16 (...)"."""
    periods = groupby(fits, key=lambda figure: figure.label)
    return listed([f"{label} ({published_words(list(some))})" for label, some in periods], "and")


def published_words(figures: Sequence[Candidate]) -> str:
    """Figures of one period: "20.2%", or "April 2021 set: mean 21.43%, median 21.05%"."""
    sets = groupby(figures, key=lambda figure: figure.group.title)
    return "; ".join(f"{_of_set(title)}{_values(list(some))}" for title, some in sets)


def behind_words(months: int) -> str:
    """Such as "two years", "six months"."""
    years, rest = divmod(months, 12)
    number, word = (months, "month") if rest else (years, "year")
    return f"{number_word(number)} {word}{'' if number == 1 else 's'}"


def listed(parts: Sequence[str], last: str) -> str:
    """Such as "a, b and c"."""
    *before, end = parts or ("",)
    return f"{', '.join(before)} {last} {end}" if before else end


def _of_set(title: str) -> str:
    """The date of a set of neighbours; the name of any other group was said already."""
    _, comma, dated = title.partition(", ")
    return f"{dated} set: " if comma else ""


def _values(figures: Sequence[Candidate]) -> str:
    return ", ".join(
        f.text if f.statistic is Statistic.PUBLISHED else f"{f.statistic.value} {f.text}"
        for f in figures
    )
