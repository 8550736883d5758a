"""Other councils' layouts, read without a catalogue: every row, every figure, nothing lost."""

import io

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed
from kpi_core.facts import IndicatorFacts
from kpi_core.readers import read
from tests.formats.council_layouts import COUNCIL_LAYOUTS
from tests.formats.further_layouts import LAYOUTS, Layout, Row
from tests.normalise.cell_account import every_cell_is_accounted_for

ALL = LAYOUTS | COUNCIL_LAYOUTS


@pytest.fixture(scope="module", params=ALL)
def layout(request: pytest.FixtureRequest) -> Layout:
    return ALL[request.param]


@pytest.fixture(scope="module")
def content(layout: Layout) -> bytes:
    return layout.write()


@pytest.fixture(scope="module")
def found(layout: Layout, content: bytes) -> Assessed:
    return read_report(content, layout.file, Catalogue())


def as_read(facts: IndicatorFacts) -> Row:
    known = facts.indicator
    return Row(
        known.name,
        {o.period.label: str(o.value or o.figure.missing) for o in facts.own},
        str(facts.target.value) if facts.target and facts.target.value is not None else None,
        facts.status.word,
        facts.direction.word,
        known.plan,
        known.theme,
        known.reference,
        known.owner,
        facts.commentary.text if facts.commentary is not None else None,
        {extra.heading: extra.text for extra in facts.extras},
    )


def test_every_row_and_every_figure_is_what_a_person_reads(layout: Layout, found: Assessed) -> None:
    assert [as_read(facts) for facts in found.report.indicators] == list(layout.rows)


def test_no_cell_is_lost(layout: Layout, content: bytes, found: Assessed) -> None:
    every_cell_is_accounted_for(read(io.BytesIO(content), layout.file), found)


def test_what_could_not_be_known_is_a_finding(layout: Layout, found: Assessed) -> None:
    rules = {finding.rule for finding in found.findings}
    assert set(layout.unknown) <= rules
    assert [f.message for f in found.findings if f.severity == "error"] == []


def test_the_decisions_name_each_column_and_its_cell(layout: Layout, found: Assessed) -> None:
    tables = found.report.tables
    assert sum(table.rows for table in tables) == len(layout.rows)
    for table in tables:
        assert {"indicator", "value"} <= {column.role for column in table.columns}
        assert all(column.cell for column in table.columns)
