"""Every figure of a pack is the screen's, in every format, read back from the files."""

from collections.abc import Mapping

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.packs import FORMATS, make_pack, unheard
from kpi_core.present import summary
from kpi_core.present.briefing import briefing
from kpi_core.present.comparisons import comparisons
from kpi_core.present.history import status_history
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.present.series import finding
from kpi_core.selection import Filters
from tests.packs.conftest import RED
from tests.packs.reading_back import SECTIONS, Found, plain

EACH = pytest.mark.parametrize("output", FORMATS)


def rows(card: Scorecard) -> list[Record]:
    return records(card.rows.iloc[card.choices.where(RED)])


def section(content: bytes, output: str, title: str) -> Found:
    (found,) = [s for s in SECTIONS[output](content) if s.heading.startswith(f"{title}. ")]
    return found


@EACH
def test_a_section_for_each_indicator_in_order_with_its_finding_as_heading(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    headings = [found.heading for found in SECTIONS[output](red[output])]
    wanted = [f"{row['title']}. {finding(card.row(row['indicator']))}" for row in rows(card)]
    assert len(wanted) == 8
    (first,) = [at for at, heading in enumerate(headings) if heading == "Summary"]
    assert headings[first + 1 :] == [*wanted, "Legend of symbols", "Sources and methods"]


@EACH
def test_status_direction_outturn_target_and_gaps_are_those_of_the_scorecard(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    for row in rows(card):
        said = plain(section(red[output], output, row["title"]).said)
        for label, text in (
            ("Status", f"{row['status_symbol']} {row['status_word']}"),
            ("Direction of travel", f"{row['movement_arrow']} {row['direction_word']}"),
            ("Outturn", row["value_text"]),
            ("Target", row["target_text"]),
            ("Gap to target", row["gap_text"]),
            ("Since last figure", row["change_text"]),
            ("Since a year ago", row["year_change_text"] or "Nothing to compare"),
            ("Against comparator", row["comparator_gap_text"] or "Nothing to compare"),
        ):
            assert f"{label}: {text}" in said, (row["title"], label)


@EACH
def test_the_table_of_values_has_every_period_with_figure_or_reason_and_status(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    history = status_history(card, card.rows.iloc[card.choices.where(RED)])
    for row in rows(card):
        table = section(red[output], output, row["title"]).table("Period")
        mine = records(history[history["indicator"] == row["indicator"]])
        assert [cells[0] for cells in table] == list(card.periods)
        assert [cells[1] for cells in table] == list(row["spark"].texts)
        for cells, point in zip(table, mine, strict=True):
            assert point["status_word"] in cells[3]
            ours = not point["declared"] and point["status"] not in ("not_rated", "no_figure")
            assert ("computed by us" in cells[3]) == ours


@EACH
def test_the_rating_has_its_arithmetic(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    for row in rows(card):
        found = section(red[output], output, row["title"])
        said = plain(" ".join((found.said, *(" ".join(r) for t in found.tables for r in t))))
        assert plain(row["status_reason"]) in said
        assert plain(row["direction_reason"]) in said


@EACH
def test_commentary_caveats_and_benchmarks_are_there(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    quoted = comparisons(card, card.rows)
    for row in rows(card):
        found = section(red[output], output, row["title"])
        said = plain(" ".join((found.said, *(" ".join(r) for t in found.tables for r in t))))
        assert plain(row["commentary"]) in said
        assert all(plain(caveat) in said for caveat in row["caveats"])
        mine = records(quoted[quoted["indicator"] == row["indicator"]])
        assert mine or "quotes no comparator" in said
        for seen in mine:
            assert seen["comparator_name"] in said
            assert seen["comparator_text"] in said
            assert seen["gap_text"] in said
        assert ("Period not stated" in said) == bool(mine)


@EACH
def test_what_contradicts_a_row_is_said_beside_its_commentary(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    findings = card.dataset.frame("findings")
    serious = findings[findings["severity"] == "warning"]
    for row in rows(card):
        said = plain(section(red[output], output, row["title"]).said)
        mine = serious[serious["indicator"] == row["indicator"]]
        assert ("What our checks noticed" in said) == (row["findings"] > 0)
        assert len(mine) == row["findings"]
        assert all(f"Warning. {plain(message)}" in said for message in mine["message"])


def test_commentary_is_exactly_as_written_in_word(
    card: Scorecard, red: Mapping[str, bytes]
) -> None:
    for row in rows(card):
        assert row["commentary"] in section(red["docx"], "docx", row["title"]).texts


@EACH
def test_the_summary_counts_and_tells_what_changed(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    (found,) = [s for s in SECTIONS[output](red[output]) if s.heading == "Summary"]
    said = plain(found.said)
    at = card.choices.where(RED)
    assert summary.headline(card.choices, at) in said
    counts = {cells[0]: cells[1:] for cells in found.table("Status")}
    assert counts["▲ Red"] == ["4", "3", "1", "0", "8"]
    assert counts["All"] == ["4", "3", "1", "0", "8"]
    for change in briefing(card).shown(card, RED).changes:
        assert plain(change.sentence) in said


@EACH
def test_the_cover_says_whose_when_what_and_whom_to_ask(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    cover = plain(SECTIONS[output](red[output])[0].said)
    for fact in (
        "Organisation: Cheshire West and Chester Council",
        "Period: 2019/20 Q4",
        "As at: period ending 31 March 2020, publication date not given",
        "Filters: Status: Red",
        "Indicators: 8 of 18",
        f"Dataset version: {card.dataset.version}",
        "Contact: not given",
    ):
        assert fact in cover


@EACH
def test_a_contact_of_the_catalogue_is_on_the_cover(
    report_path, root, tmp_path, output: str
) -> None:
    known = (root / "data" / "catalogue.toml").read_text("utf-8")
    name = 'name = "Cheshire West and Chester Council"\n'
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(
        known.replace(name, f'{name}contact = "performance team, x 12"\n'), "utf-8"
    )
    build([report_path], tmp_path / "dataset", catalogue)
    card = prepare(datasets.read(tmp_path / "dataset"))
    pack = make_pack(card, Filters(q="adoption"), output, unheard)
    assert "Contact: performance team, x 12" in plain(SECTIONS[output](pack)[0].said)


@EACH
def test_the_sources_name_report_checksum_and_rules(
    card: Scorecard, red: Mapping[str, bytes], output: str
) -> None:
    said = plain(SECTIONS[output](red[output])[-1].said)
    assert str(card.report["sha256"]) in said
    assert "Licence: not stated in the report" in said
    assert "Any gain on the last reported figure is improving" in said


@EACH
def test_the_legend_has_every_sign(red: Mapping[str, bytes], output: str) -> None:
    found = SECTIONS[output](red[output])[-2]
    said = " ".join(cell for row in found.table("Sign") for cell in row)
    for sign in "▲■●○↑↓→":
        assert sign in said
