"""Charts as pictures: each that the screens offer, in each of its formats, at an address."""

from dataclasses import dataclass

from kpi_core.api.asked import Asked
from kpi_core.api.choosing import FILTERS, ONE_REPORT, VERSION, fixed, held
from kpi_core.api.comparing import COMPARING, comparing
from kpi_core.api.parameters import Parameter, Words
from kpi_core.api.problems import Problem, quoted
from kpi_core.charts.comparison import unit_groups
from kpi_core.charts.sizes import PAGE, SIZES
from kpi_core.charts.theme import DARK, LIGHT
from kpi_core.dataset import Dataset
from kpi_core.downloads import OFFERS, PICTURES, Look, Made, Offer, Viewed, make
from kpi_core.downloads.standing import NOTHING
from kpi_core.present.comparisons import unit_group
from kpi_core.present.standing.gaps import TARGET, gaps
from kpi_core.vocabulary import Unit

PALETTES = {"light": LIGHT, "dark": DARK}


def _groups(data: Dataset) -> list[str]:
    units = held("indicators", "unit")(data)
    return list(dict.fromkeys(unit_group(Unit(unit)) for unit in units))


GROUP = Words(
    "group", "Unit of the gaps, which share one axis; the first if left out.", find=_groups
)
THE_INDICATOR = Words(
    "indicator", "Id of the indicator.", required=True, find=held("indicators", "indicator")
)
SIZE = Words("size", "Size of the picture; page if left out.", find=fixed(*SIZES))
COLOURS = Words("colours", "Colours of the picture; light if left out.", find=fixed(*PALETTES))
BY_UNIT = "comparison"
"""The offer that draws one unit at a time."""


@dataclass(frozen=True)
class Picture:
    """One chart in one format."""

    offer: Offer
    output: str

    @property
    def name(self) -> str:
        return f"{self.offer.name}.{self.output}"

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return (*self._choosing, *self._looking, ONE_REPORT, VERSION)

    @property
    def _choosing(self) -> tuple[Parameter, ...]:
        if self.offer.needs_indicator:
            return (THE_INDICATOR, *(COMPARING if self.offer.of_national else ()))
        if self.offer.of_report:
            return ()
        return (*FILTERS, GROUP, *COMPARING) if self.offer.name == BY_UNIT else FILTERS

    @property
    def _looking(self) -> tuple[Parameter, ...]:
        """A drawing of lines has no size of its own."""
        return (SIZE, COLOURS) if self.output == "png" else (COLOURS,)

    def drawn(self, asked: Asked) -> Made:
        """The picture, with where it comes from inside it.

        Raises:
            Problem: there is nothing to draw.
        """
        (card,) = asked.cards
        values = asked.values
        chosen = comparing(card, values)
        named = values.get("indicator"), values.get("group")
        view = Viewed(card, asked.filters, *named, compared=chosen)
        self._check(view)
        look = Look(SIZES[values.get("size") or PAGE.name], PALETTES[values["colours"] or "light"])
        return make(self.offer, self.output, view, look)

    def _check(self, view: Viewed) -> None:
        if self.offer.needs_indicator and view.indicator not in view.card.position:
            said = f"The report has no indicator {quoted(view.indicator or '')}."
            raise Problem(404, said, parameter="indicator")
        if self.offer.of_national and view.indicator not in view.card.published.measures:
            raise Problem(404, NOTHING, parameter="indicator")
        if self.offer.of_report or self.offer.needs_indicator:
            return
        if not len(view.at):
            raise Problem(404, "No indicator meets these filters, so there is nothing to draw.")
        if self.offer.name == BY_UNIT:
            drawn = gaps(view.card, view.rows, view.comparing).dropna(subset=["gap"])
            there = unit_groups(drawn)
            if not (drawn["kind"] != TARGET).any() or (
                view.group is not None and view.group not in there
            ):
                raise Problem(404, "None of these indicators has a comparator to draw.")


CHARTS: dict[str, Picture] = {
    made.name: made
    for made in (
        Picture(offer, output)
        for offer in OFFERS.values()
        if offer.picture is not None
        for output in offer.formats
        if output in PICTURES
    )
}
"""Every picture by its file name, such as ``trend.svg``."""
