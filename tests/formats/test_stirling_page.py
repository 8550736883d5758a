"""A real page of a benchmarking report: six indicators in blocks, without a line or a header."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed

FIGURES = {
    "CHN 08a": "2565 2837 2732 3089 2939 2987 3617 3949 5727 3605 4231 4280",
    "CHN 08b": "167 191 189 257 291 305 215 236 239 225 189 191",
    "CHN 09": "87.7 87.6 87.4 87.1 84.7 81.9 86.5 89.4 94.1 92.7 92.5 93.8",
    "CHN 22": "7.7 4.2 10.6 4.2 1.8 4.5 1.7 8.0 15.2 7.8",
    "CHN 23": "27.4 18.3 28.5 23.2 21.8 22.2 21.2 17.8 18.5 18.7 15.8 14.3",
    "CHN 24": "19.6 20.0 20.1 21.2 20.2 21.3 18.1 20.8",
}
"""Read off the page by a person; each series ends in 2021/22."""


@pytest.fixture(scope="module")
def page(shared_data: Path) -> Assessed:
    path = shared_data / "scorecards" / "stirling_lgbf_social_work.pdf"
    return read_report(path.read_bytes(), path.name, Catalogue())


def test_every_indicator_and_every_figure_is_found(page: Assessed) -> None:
    found = {
        str(facts.indicator.reference): " ".join(str(o.value) for o in facts.own)
        for facts in page.report.indicators
    }
    assert found == FIGURES


def test_each_series_ends_in_the_same_year_and_leaves_none_out(page: Assessed) -> None:
    for facts in page.report.indicators:
        labels = [o.period.label for o in facts.own]
        starts = [int(label[:4]) for label in labels]
        assert labels[-1] == "2021/22"
        assert starts == list(range(starts[0], 2022))


def test_ranks_are_kept_with_their_row(page: Assessed) -> None:
    first = page.report.indicators[0]
    assert len(first.extras) == 12
    assert ("Rank", "#4") in [(extra.heading, extra.text) for extra in first.extras]


def test_no_text_of_the_page_is_lost(page: Assessed, shared_data: Path) -> None:
    """Every word that another program finds on the page stands in a fact or in a finding."""
    report = page.report
    kept = " ".join(
        [
            *(f.raw or "" for f in page.findings),
            *(column.heading for table in report.tables for column in table.columns),
            *(f"{i.indicator.reference} {i.indicator.name}" for i in report.indicators),
            *(o.figure.raw for i in report.indicators for o in i.own),
            *(o.period.label.replace("/", "-") for i in report.indicators for o in i.own),
            *(extra.text for i in report.indicators for extra in i.extras),
        ]
    )
    path = shared_data / "scorecards" / "stirling_lgbf_social_work.pdf"
    text = PdfDocument(path)[0].get_textpage().get_text_range()
    words = text.replace("\ufffe", "-").split()  # a hyphen at the end of a line
    assert len(words) > 400
    whole = "".join(kept.split())
    assert [word for word in words if "".join(word.split()) not in whole] == []


def test_it_reads_without_any_error(page: Assessed) -> None:
    assert [f.message for f in page.findings if f.severity == "error"] == []
