"""Why a figure has its colour: one sentence made from the bands that decided it."""

from decimal import Decimal

from kpi_core.formatting import share_text
from kpi_core.rules.rating.bands import Band, Bands
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Plan
from kpi_core.rules.rating.measure import Measure
from kpi_core.rules.rating.reach import nearest
from kpi_core.vocabulary import Status


def why(value: Decimal, goal: Goal, bands: Bands, plan: Plan, measure: Measure) -> str:
    """Value, target, gap, every colour's limit, and the distance to the next colour."""
    status = bands.at(value).status
    colours = limits(bands, plan, measure)
    return (
        f"{against(value, goal, measure)}. {colours[:1].upper()}{colours[1:]}, so this is "
        f"{status}{_distance(value, bands, measure)}."
    )


def against(value: Decimal, goal: Goal, measure: Measure) -> str:
    """Such as "17.1% against a target of 16.0% or lower: 1.1 points worse, 6.88% of the target"."""
    said = f"{measure.figure(value)} against a target of {goal.text(measure)}"
    gap, end = goal.gap(value), goal.end(value)
    if gap == 0:
        return f"{said}: exactly {'at its end' if goal.is_range else 'on target'}"
    if goal.is_range and gap > 0:
        return f"{said}: inside it"
    side = "outside it" if goal.is_range else ("better" if gap > 0 else "worse")
    share = f", {share_text(gap / abs(end))} of the target" if end else ""
    return f"{said}: {measure.size(gap)} {side}{share}"


def limits(bands: Bands, plan: Plan, measure: Measure) -> str:
    """Every colour with its limits, the best first; what is left over is not spelled out."""
    best_first = bands.statuses
    said = [_colour(status, bands, plan, measure) for status in best_first[:-1]]
    if plan.rest:
        said.append(plan.rest)
    elif Status.AMBER not in best_first:
        said.append("anything else is red")
    return ", ".join(said)


def _colour(status: Status, bands: Bands, plan: Plan, measure: Measure) -> str:
    mine = bands.of(status)
    how = plan.how.get(status)
    if how is None:
        return f"{status} is {_place(mine[0], measure)}"
    edges = " or ".join(text for band in mine for text in _worst_ends(band, bands, measure))
    return f"{status} is {how} ({edges})"


def _place(band: Band, measure: Measure) -> str:
    """A band without a story: "70% or higher", "below 10", "10 to 15"."""
    if band.low is not None and band.high is not None:
        if band.low == band.high:
            return f"exactly {measure.exact(band.low)}"
        return f"{measure.exact(band.low)} to {measure.exact(band.high)}"
    if band.low is not None:
        low = measure.exact(band.low)
        return f"{low} or higher" if band.with_low else f"above {low}"
    assert band.high is not None  # one end at least
    high = measure.exact(band.high)
    return f"{high} or lower" if band.with_high else f"below {high}"


def _worst_ends(band: Band, bands: Bands, measure: Measure) -> list[str]:
    """The ends of a band towards worse colours; of the best and endless one, its only end."""
    place = bands.bands.index(band)
    made = []
    for end, with_end, step, words in (
        (band.low, band.with_low, -1, ("down to", "above")),
        (band.high, band.with_high, 1, ("up to", "below")),
    ):
        beside = bands.bands[place + step] if 0 <= place + step < len(bands.bands) else None
        if end is not None and beside is not None and beside.status.rank < band.status.rank:
            made.append(f"{words[0] if with_end else words[1]} {measure.exact(end)}")
    return made


def _distance(value: Decimal, bands: Bands, measure: Measure) -> str:
    """How far the next better colour is; of the best, how much may be lost."""
    better = nearest(value, bands.beyond(value, better=True), measure.unit)
    if better is not None:
        band, at = better
        far = f"{measure.size(at - value)} from" if at != value else "just short of"
        return f", {far} {band.status}"
    edges = [band.edge(value) for band in bands.beyond(value, better=False)]
    spare = min((abs(edge - value) for edge in edges), default=None)
    if spare is None:
        return ""
    return f", with {measure.size(spare) if spare else 'nothing'} to spare"
