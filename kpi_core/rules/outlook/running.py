"""A count that runs through the year: what is still to come, and what came before (R5, D4)."""

from fractions import Fraction

from kpi_core.rules.outlook import estimate
from kpi_core.rules.outlook.case import Case
from kpi_core.rules.outlook.found import Outlook
from kpi_core.rules.outlook.profile import year_before
from kpi_core.rules.outlook.spread import judged, of_running_count
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.vocabulary import OutlookKind, Unit

ADDS_UP = (Unit.COUNT, Unit.GBP, Unit.UNKNOWN)
"""Units of which the parts of a year make the year. A percentage of the year to date is none."""


def running(case: Case) -> Outlook:
    """Needed is target minus what there is so far, shared out over the periods left."""
    kind, year = _kind(case), case.year
    still_open = kind in (OutlookKind.NEEDS_MORE, OutlookKind.ROOM_LEFT)
    spread = of_running_count(case.known, case.value, year.left, case.ruleset)
    if still_open and not isinstance(spread, Refusal):
        spread = judged(spread, case.target, case.measure.polarity)
    before = year_before(case)
    each = Fraction(case.target - case.value) / year.left
    so_far = Fraction(case.value) / year.elapsed
    sentences = (
        _position(case, kind),
        f"So far {case.average(so_far)} came in each {year.part} on average.",
    )
    return Outlook(
        kind,
        " ".join(sentences),
        estimate.said(case, spread),
        notes=(*before.notes, *estimate.notes(spread)),
        year=year,
        so_far=case.value,
        target=case.target,
        needed_each=each if still_open else None,
        each_so_far=so_far,
        each_last_year=before.each,
        by_profile=before.by_profile,
        spread=spread,
    )


def _kind(case: Case) -> OutlookKind:
    """Nothing that is still to come can undo a target reached, or a limit passed."""
    if case.higher:
        return OutlookKind.MET_ALREADY if case.met else OutlookKind.NEEDS_MORE
    return OutlookKind.ROOM_LEFT if case.met else OutlookKind.MISSED_ALREADY


def _position(case: Case, kind: OutlookKind) -> str:
    figure, size = case.measure.figure, case.measure.size(case.gap)
    year = case.year
    each = case.average(abs(Fraction(case.gap)) / year.left)
    share = f", {each} in each on average" if year.left > 1 else ""
    spare = f", with {size} to spare" if case.gap else ""
    most = "less than" if case.aim.strict else "no more than"
    too_many = f"{size} too many" if case.gap else "too many"
    said = {
        OutlookKind.NEEDS_MORE: f"{case.more_than}{size} more needed in {year.rest}{share}",
        OutlookKind.ROOM_LEFT: f"{most} {size} may come in {year.rest}{share}",
        OutlookKind.MET_ALREADY: (
            f"the target is reached already{spare}, and {year.rest} cannot undo that"
        ),
        OutlookKind.MISSED_ALREADY: (f"that is {too_many} already, and {year.rest} cannot undo it"),
    }[kind]
    return f"{figure(case.value)} so far in {year.label} against a target of {case.asked}: {said}."
