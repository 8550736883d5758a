"""How sure one figure is: its interval in a sentence, and against target and comparators."""

from dataclasses import dataclass

import pandas as pd

from kpi_core.periods import UNKNOWN
from kpi_core.present import words
from kpi_core.present.measured import rated_measure
from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from kpi_core.rules.statistics.against import compared, goal
from kpi_core.rules.statistics.cases import Cases, Measured
from kpi_core.rules.statistics.intervals import Interval
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.rules.statistics.uncertainty import FAR, NEAR, Uncertainty, uncertainty
from kpi_core.vocabulary import GoalMark, IntervalMethod, Polarity, Unit

QUESTIONS = {
    Unit.PERCENT: "How many cases is the percentage out of?",
    Unit.RATIO: "How many cases is the ratio out of?",
}

NO_FAR = "Not known"
"""Printed limits are those of 95 per cent alone."""


@dataclass(frozen=True)
class Held:
    """What the figure is held against, and how it stands by both intervals."""

    name: str
    text: str
    near: str
    far: str


@dataclass(frozen=True)
class ChanceReading:
    """What the screen says of one figure.

    ``question`` asks for the whole that the report does not give; it is empty where there is
    nothing to ask. ``sentence`` is the plain one, or the reason why there is no interval;
    ``details`` and ``held`` are the statistical reading, empty without an interval.
    """

    question: str
    sentence: str
    refused: bool
    details: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()


def chance_reading(card: Scorecard, indicator: str, out_of: int | None = None) -> ChanceReading:
    """The rated period's figure of one indicator.

    Args:
        card: the scorecard that the indicator is in.
        indicator: its id.
        out_of: how many cases the figure is out of, as a person says; used where the dataset
            does not know it.
    """
    bare = rated_measure(card, indicator)
    if isinstance(bare, Refusal):
        return ChanceReading("", bare.sentence, refused=True)
    figure = rated_measure(card, indicator, out_of)
    assert isinstance(figure, Measured), "the figure is there whatever it is out of"
    question = _question(bare)
    found = uncertainty(figure)
    if isinstance(found, Refusal):
        return ChanceReading(question, found.sentence, refused=True)
    look = _Look(card.row(indicator), figure, found, given=bool(question and out_of))
    return ChanceReading(
        question, look.sentence(), refused=False, details=look.details(), held=look.held(card)
    )


def _question(figure: Measured) -> str:
    """What to ask, where a whole would make a difference and is not known."""
    if figure.unit.per is None or figure.denominator is not None:
        return ""
    return QUESTIONS.get(figure.unit, "How many people is the rate out of?")


@dataclass(frozen=True)
class _Look:
    """One figure with its interval, and the row that it stands in."""

    row: pd.Series
    figure: Measured
    found: Uncertainty
    given: bool

    @property
    def polarity(self) -> Polarity:
        return Polarity(self.row["polarity"])

    @property
    def target(self) -> float | None:
        return float(self.row["target"]) if words.has(self.row["target"]) else None

    def text(self, level: float, more: int = 0) -> str:
        """A limit lies between figures: one decimal at least, unless cases are counted."""
        places = words.places(self.row["decimals"]) or 0
        places = places if self.figure.unit is Unit.COUNT else max(places, 1)
        return words.value_text(level, self.figure.unit, places + more)

    def between(self, interval: Interval) -> str:
        """Both limits, with another decimal where one would else read like the target."""
        target = None if self.target is None else self.text(self.target)
        alike = any(self.text(limit) == target and limit != self.target for limit in interval)
        return " to ".join(self.text(limit, more=int(alike)) for limit in interval)

    def sentence(self) -> str:
        return f"{_with(self.figure, self.found, self.given)} {self.between(self.found.near)}" + (
            f", {self._so()}." if self._so() else "."
        )

    def _so(self) -> str:
        """What that means for the target (T3)."""
        if self.target is None:
            return ""
        mark = goal(float(self.figure.value), self.found, self.target, self.polarity)
        said = f"the target of {self.row['target_text']}"
        return {
            GoalMark.MET: f"so {said} is met by more than chance",
            GoalMark.MET_MAYBE: f"so it cannot be told from {said}",
            GoalMark.MISSED_MAYBE: f"so it cannot be told from {said}",
            GoalMark.MISSED: f"so {said} is missed by more than chance",
            None: "",
        }[mark]

    def details(self) -> tuple[str, ...]:
        said = [
            f"{NEAR} interval: {self.between(self.found.near)}, from {self.found.method.phrase}."
        ]
        if self.found.far is not None:
            said.append(f"{FAR} interval: {self.between(self.found.far)}.")
        if self.found.cases is not None:
            said.insert(0, _made_of(self.found.cases, self.row["value_text"], self.given))
        return tuple(said)

    def held(self, card: Scorecard) -> tuple[Held, ...]:
        """The target and every comparator of the report that has a figure (T2)."""
        levels = [] if self.target is None else [("Target", self.target, self.row["target_text"])]
        levels += [
            (_comparator_name(seen), float(seen["value"]), self._quoted(seen["value"]))
            for seen in records(_quoted(card, self.row["indicator"]))
        ]
        return tuple(self._held(*level) for level in levels)

    def _quoted(self, value: float) -> str:
        return words.value_text(value, self.figure.unit, words.places(self.row["decimals"]))

    def _held(self, name: str, level: float, text: str) -> Held:
        made = compared(self.found, level, self.polarity)
        return Held(name, text, made.near.word, NO_FAR if made.far is None else made.far.word)


def _with(figure: Measured, found: Uncertainty, given: bool) -> str:
    """What the interval is from, in the words that begin the sentence."""
    explains = "chance alone explains anything from"
    cases = found.cases
    if found.method is IntervalMethod.PRINTED:
        return f"By the report's own confidence limits, {explains}"
    if cases is None:
        return f"With a count of {figure.value:,.0f}, {explains}"
    whole = f"your figure of {cases.denominator:,}" if given else f"{cases.denominator:,} cases"
    if cases.per == Unit.PERCENT.per:
        return f"With {whole}, {explains}"
    return f"With {cases.numerator:,} cases out of {whole.removesuffix(' cases')}, {explains}"


def _made_of(cases: Cases, value_text: str, given: bool) -> str:
    worked = f" The {cases.numerator:,} was worked out from the figure." if cases.derived else ""
    yours = " (your figure, kept nowhere)" if given else ""
    return f"{value_text} is {cases.numerator:,} of {cases.denominator:,}{yours}.{worked}"


def _quoted(card: Scorecard, indicator: str) -> pd.DataFrame:
    seen = card.dataset.frame("observations")
    mine = (seen["indicator"] == indicator) & (seen["report"] == card.report["report"])
    quoted: pd.DataFrame = seen[mine & (seen["subject"] != card.organisation)]
    return quoted[quoted["value"].notna()]


def _comparator_name(seen: dict[str, object]) -> str:
    """A quoted figure without a period may be of any year (B5)."""
    name = words.group_name(str(seen["subject"]))
    unstated = seen["period_label"] == UNKNOWN.label
    return f"{name} ({words.PERIOD_NOT_STATED})" if unstated else f"{name}, {seen['period_label']}"
