"""What the checks found between a report and the ones before it."""

from dataclasses import dataclass

from kpi_core.histories.advice import ADVICE
from kpi_core.present.briefing import sentences
from kpi_core.present.briefing.sides import Side
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.vocabulary import ChangeKind

KINDS = {
    "indicator-new": ChangeKind.NEW,
    "indicator-returned": ChangeKind.RETURNED,
    "indicator-retired": ChangeKind.RETIRED,
    "indicator-matched-closely": ChangeKind.RENAMED_IN_DOUBT,
    "indicator-renamed": ChangeKind.RENAMED,
    "figure-restated": ChangeKind.RESTATED,
    "figure-now-missing": ChangeKind.NEWLY_MISSING,
    "figure-now-given": ChangeKind.NOW_GIVEN,
    "target-changed": ChangeKind.TARGET_MOVED,
    "polarity-changed": ChangeKind.OTHER_POLARITY,
    "unit-changed": ChangeKind.OTHER_UNIT,
}
"""Rules of findings, each with the kind of change that it finds."""


@dataclass(frozen=True)
class Found:
    """One finding: ``report`` is the report to look in, where it is not the one shown."""

    kind: ChangeKind
    indicator: str
    report: str | None
    message: str
    advice: str = ""

    def said(self, then: Side | None, now: Side | None) -> str:
        """Who comes and goes in a sentence of the briefing; all else as the check says it."""
        if self.kind is ChangeKind.RETIRED and then is not None:
            return sentences.gone(then)
        if self.kind is ChangeKind.NEW and now is not None:
            return sentences.came(now, "in no earlier report")
        if self.kind is ChangeKind.RETURNED and now is not None:
            return sentences.came(now, "back again after it was not in the report before")
        return self.message[:1].lower() + self.message[1:]

    @property
    def notes(self) -> tuple[str, ...]:
        """What to do about it, apart from the sentence, so that this can be read out."""
        return (self.advice,) if self.advice else ()


def found_by_checks(card: Scorecard) -> list[Found]:
    """In the order of the findings."""
    findings = card.dataset.frame("findings")
    mine = findings[
        (findings["report"] == card.report["report"]) & findings["rule"].isin(list(KINDS))
    ]
    return [_found(card, record) for record in records(mine)]


def _found(card: Scorecard, record: Record) -> Found:
    indicator, rule, message = record["indicator"], record["rule"], record["message"]
    advice = ADVICE.get(rule, "")
    said = message.removesuffix(advice).rstrip()
    # a dataset of before the advice was worded like this keeps it in the sentence
    advice = advice if said != message else ""
    elsewhere = None if indicator in card.position else report_with(card, indicator)
    return Found(KINDS[rule], indicator, elsewhere, said, advice)


def report_with(card: Scorecard, indicator: str) -> str | None:
    """The report to look in for an indicator that the shown one lacks; None if none has it.

    The newest before the shown report, else the newest after it.
    """
    ratings = card.dataset.frame("ratings")
    mine = (ratings["organisation"] == card.organisation) & (ratings["indicator"] == indicator)
    having = set(ratings.loc[mine, "report"])
    ids = [choice.report for choice in card.reports.every]
    at = ids.index(card.report["report"])
    return next((report for report in (*ids[at:], *ids[:at]) if report in having), None)
