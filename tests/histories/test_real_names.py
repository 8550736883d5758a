"""Real names of hundreds of measures, none of which is another one."""

import csv
import random
from pathlib import Path

import pytest

from kpi_core.catalogue import Catalogue, name_key
from kpi_core.facts import IndicatorFacts
from kpi_core.histories import link
from tests.histories.facts_of import report, row

NAMES = {
    "scorecards/nyc_mmr_indicators_fy2016-2023.csv": "Indicator",
    "benchmarks/lait/lait_data_dictionary.csv": "Measure",
}

MOST_WRONG = 2
"""Per split of some 500 names. The city's list has two fatality measures twice, in two wordings."""

YEARS = [str(year) for year in range(2016, 2024)]


def lines(folder: Path, file: str) -> list[dict[str, str]]:
    """One line for each name."""
    with (folder / file).open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        return list({name_key(line[NAMES[file]]): line for line in csv.DictReader(stream)}.values())


@pytest.mark.parametrize("file", NAMES)
def test_G1_names_of_different_measures_are_hardly_ever_linked(
    shared_data: Path, file: str
) -> None:
    """The hardest case: half of the measures go and the other half come, without figures."""
    names = [line[NAMES[file]] for line in lines(shared_data, file)]
    for seed in range(5):
        random.Random(seed).shuffle(names)  # noqa: S311 - any fixed order will do
        half = len(names) // 2
        made, _ = link(
            [report("2019/20 Q3", *names[:half]), report("2019/20 Q4", *names[half:])], Catalogue()
        )
        close = [f.message for f in made[1].findings if f.rule == "indicator-matched-closely"]
        assert len(close) <= MOST_WRONG, close


def test_G1_renamed_measures_with_real_figures_are_found_again(shared_data: Path) -> None:
    """A third of the names loses a word; two years later three of five figures are the same."""
    chance = random.Random(1)  # noqa: S311
    old: list[IndicatorFacts] = []
    new: list[IndicatorFacts] = []
    renamed: dict[str, str] = {}
    for line in lines(shared_data, "scorecards/nyc_mmr_indicators_fy2016-2023.csv"):
        name = line["Indicator"]
        words = name.split()
        if len(words) > 4 and chance.random() < 1 / 3:
            del words[chance.randrange(1, len(words) - 1)]
            renamed[" ".join(words)] = name
        figures = {year: line[year] for year in YEARS if line[year] != "NA"}
        old.append(row(name, {year: figures[year] for year in YEARS[1:6] if year in figures}))
        new.append(
            row(" ".join(words), {year: figures[year] for year in YEARS[3:] if year in figures})
        )
    made, _ = link([report("2021", *old), report("2023", *new)], Catalogue())
    was = {facts.indicator.id: facts.indicator.name for facts in made[0].indicators}
    found = {f.indicator.name: was.get(f.indicator.id) for f in made[1].indicators}
    right = sum(found[name] == before for name, before in renamed.items())
    wrong = [n for n, before in renamed.items() if found[n] not in (None, before)]
    assert len(renamed) > 200
    assert right > 0.85 * len(renamed)
    assert wrong == []
