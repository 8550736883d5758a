"""The same figures stand in other files of the same publisher, read here by themselves."""

from pathlib import Path

import pandas as pd
import pyarrow.compute as pc
import pytest

from kpi_core.national.areas import area_id
from tests.national.lait_published import published


def ours(shared_data: Path, measure: str) -> pd.DataFrame:
    """Figures of a measure by subject and the year that their period ends in."""
    figures = published(shared_data / "benchmarks" / "lait").figures
    rows = figures.filter(pc.equal(figures["indicator"], f"lait/{measure}"))
    frame = rows.select(["subject", "period_end", "value"]).to_pandas().dropna(subset="value")
    return frame.assign(year=pd.to_datetime(frame["period_end"]).dt.year)


def theirs(shared_data: Path, name: str) -> pd.DataFrame:
    """A file of children's social care by subject and year."""
    path = shared_data / "benchmarks" / "dfe_csc" / f"{name}_2013_to_2025.csv"
    frame = pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    names = frame["la_name"].where(frame["la_name"] != "", frame["region_name"])
    names = names.where(names != "", frame["country_name"])
    subjects = [area_id(*both) for both in zip(names, frame["new_la_code"], strict=True)]
    return frame.assign(subject=subjects, year=frame["time_period"].astype(int))


@pytest.mark.parametrize(
    ("measure", "name", "column", "figures"),
    [
        ("PrevRegCPR", "d3_cpps_subsequent_plan", "CPP_subsequent_percent", 1_608),
        (
            *("ReReferral", "c1_children_in_need_referrals_and_rereferrals"),
            *("rereferral_percent", 1_623),
        ),
    ],
)
def test_each_figure_is_the_same_for_the_same_area_and_year(
    shared_data: Path, measure: str, name: str, column: str, figures: int
) -> None:
    both = ours(shared_data, measure).merge(
        theirs(shared_data, name), on=["subject", "year"], how="left", validate="one_to_one"
    )
    assert len(both) == figures
    assert (both["value"] == pd.to_numeric(both[column])).all()


def test_the_year_of_children_in_need_ends_on_31_march(shared_data: Path) -> None:
    """Its rate is that of the count on that day: the same population of children, every year."""
    counts = theirs(shared_data, "b1_children_in_need").query("geographic_level == 'National'")
    rates = ours(shared_data, "CIN").query("subject == 'england'")
    both = rates.merge(counts, on="year", validate="one_to_one")
    children = 10_000 * both["At31_episodes"].astype(float) / both["value"]
    assert len(both) == 10
    assert children.between(11.5e6, 12.3e6).all()
