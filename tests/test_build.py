"""The whole way from files to a dataset: bad input, no catalogue, and several reports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build, check
from kpi_core.errors import CatalogueError, KpiError, ReportError
from kpi_core.present.scorecard import report_ids, scorecard
from kpi_core.readers.limits import MOST_BYTES

Write = Callable[[str, str | bytes], Path]

TABLE = "Indicator,2019/20 Q3,2019/20 Q4,Target,Status\nReduce x,12%,11%,10%,Red\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


BAD = {
    "empty.csv": (b"", "the file is empty"),
    "prose.txt": (b"Dear all,\nhow are you?\n", "no scorecard table was found"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n\x00\x00", "the file is a picture"),
    "bytes.csv": (b"\x01\x00\x00", "is not a text file"),
    "broken.csv": (b"a,b\n\xff\x81,c\n", "line 2 holds a byte that is text neither"),
    "quote.csv": (b'Indicator,2019/20 Q4\n"Reduce x,1\n', "from line 2 on"),
    "header.csv": (b"Indicator,2019/20 Q4\n", "no line under it names an indicator"),
    "book.xlsx": (b"PK\x03\x04", "the file is damaged or was cut short"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_an_error_and_the_rest_is_built(
    write: Write, tmp_path: Path, name: str
) -> None:
    content, _ = BAD[name]
    result = build([write(name, content), write("good.csv", TABLE)], tmp_path / "out")
    assert result.exit_code == 1
    (finding,) = [f for f in result.findings if f.rule == "report-unreadable"]
    assert finding.message.startswith(f"{name}: ")
    assert finding.severity == "error"
    stored = datasets.read(tmp_path / "out")
    assert stored.frame("reports")["report"].tolist() == ["good"]
    assert finding.message in stored.frame("findings")["message"].tolist()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone_leaves_the_previous_dataset(
    write: Write, tmp_path: Path, name: str
) -> None:
    content, said = BAD[name]
    before = build([write("good.csv", TABLE)], tmp_path / "out")
    with pytest.raises(ReportError, match=rf"{name}: .*{said}"):
        build([write(name, content)], tmp_path / "out")
    assert datasets.read(tmp_path / "out").version == before.version


def test_a_missing_file_and_a_folder_say_so(write: Write, tmp_path: Path) -> None:
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    reading = check([tmp_path / "none.csv", folder, write("good.csv", TABLE)])
    assert [f.message for f in reading.unread] == [
        "none.csv: the file cannot be read: No such file or directory.",
        "folder.csv: the file cannot be read: Is a directory.",
    ]
    assert len(reading.reports) == 1


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)  # a hole: it takes no room on the disk
    (finding,) = check([path]).unread
    assert "large.csv: the file has more than 100,000,000 bytes" in finding.message


def test_two_files_of_one_name_are_refused(write: Write, tmp_path: Path) -> None:
    files = [write("a/Q4 report.csv", TABLE), write("b/q4-report.tsv", TABLE)]
    with pytest.raises(ReportError, match=r"a/Q4 report\.csv and .*b/q4-report\.tsv would both"):
        build(files, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_file_at_all_is_refused() -> None:
    with pytest.raises(KpiError, match="no report to read"):
        check([])


def test_a_wrong_catalogue_is_refused_before_anything_is_written(
    write: Write, tmp_path: Path
) -> None:
    wrong = write("wrong.toml", "[status_schemes.s]\namber_within = 7\n")
    with pytest.raises(CatalogueError, match=r"wrong\.toml.*\n.*status_schemes\.s\.amber_within"):
        build([write("good.csv", TABLE)], tmp_path / "out", wrong)
    assert not (tmp_path / "out").exists()


def test_progress_names_each_file_before_it_is_read(write: Write) -> None:
    names: list[str] = []
    check([write("a.csv", TABLE), write("b.csv", "")], progress=names.append)
    assert names == ["a.csv", "b.csv"]


def test_without_a_catalogue_everything_has_a_default_and_a_note(
    report_path: Path, tmp_path: Path
) -> None:
    result = build([report_path], tmp_path)
    stored = datasets.read(tmp_path)
    (report,) = stored.tables["reports"].to_pylist()
    assert report["organisation"] == "cheshire-west-and-chester-2019-20-q4"
    assert report["organisation_basis"] == "taken from the file name"
    assert report["period_label"] == "2019/20 Q4"
    notes = {f.rule: f for f in result.findings if not f.indicator}
    assert notes["organisation-inferred"].severity == "note"
    assert notes["period-inferred"].severity == "note"
    assert "2019/20 Q4" in notes["period-inferred"].message
    assert result.exit_code == 0
    ratings = stored.frame("ratings")
    assert set(ratings["scheme"]) == {"relative-5 version 1; last-reported-one-sided-5 version 1"}
    assert ratings["agrees_status"].sum() == 17


def test_without_a_catalogue_ids_are_slugs_and_titles_are_names(
    report_path: Path, tmp_path: Path
) -> None:
    build([report_path], tmp_path)
    indicators = datasets.read(tmp_path).frame("indicators")
    assert (indicators["title"] == indicators["name"]).all()
    assert indicators["indicator"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*").all()
    assert indicators["indicator"].str.len().max() <= 80
    assert indicators["indicator"].is_unique
    assert indicators["theme"].isna().all()


def test_the_first_title_names_the_organisation_where_several_stand(
    write: Write, tmp_path: Path
) -> None:
    text = "Upper Tamar Council\nwith Lower Tamar Council\n" + TABLE
    result = build([write("joint.csv", text)], tmp_path / "out")
    (report,) = datasets.read(tmp_path / "out").tables["reports"].to_pylist()
    assert report["organisation_name"] == "Upper Tamar Council"
    kept = [f.raw for f in result.findings if f.rule == "text-outside-table"]
    assert kept == ["Upper Tamar Council", "with Lower Tamar Council"]


COUNCIL = '[organisations.x]\nname = "X Council"\n' + "".join(
    f'[reports.{q}]\norganisation = "x"\ntitle = "{q}"\nperiod = "2019/20 {q.upper()}"\n'
    for q in ("q3", "q4")
)
Q3 = (
    "Indicator,2018/19 Q4,2019/20 Q2,2019/20 Q3,2019/20 Target,Status\n"
    "Reduce x,14%,13%,12%,10%,Red\n"
    "Reduce old thing,4%,3%,2%,1%,Red\n"
)
Q4 = (
    "Indicator,2019/20 Q2,2019/20 Q3,2019/20 Q4,2019/20 Target,Status\n"
    "Reduce  X,13%,12.4%,11%,10.5%,Amber\n"
)


@pytest.fixture
def two(write: Write, tmp_path: Path) -> datasets.Dataset:
    """Two reports of one council, given with the newer one first."""
    files = [write("q4.csv", Q4), write("q3.csv", Q3)]
    build(files, tmp_path / "out", write("two.toml", COUNCIL))
    return datasets.read(tmp_path / "out")


def test_the_newest_report_of_a_figure_is_the_latest_and_the_older_one_is_kept(
    two: datasets.Dataset,
) -> None:
    frame = two.frame("observations")
    frame = frame[frame["indicator"] == "reduce-x"].set_index(["period_label", "report"])
    assert frame["is_latest"].to_dict() == {
        ("2018/19 Q4", "q3"): True,
        ("2019/20 Q2", "q3"): False,
        ("2019/20 Q3", "q3"): False,
        ("2019/20 Q2", "q4"): True,
        ("2019/20 Q3", "q4"): True,
        ("2019/20 Q4", "q4"): True,
    }
    assert frame.loc[("2019/20 Q3", "q3"), "raw"] == "12%"
    assert frame.loc[("2019/20 Q3", "q4"), "raw"] == "12.4%"


def test_what_one_report_alone_says_is_the_latest(two: datasets.Dataset) -> None:
    frame = two.frame("observations")
    assert frame.loc[frame["indicator"] == "reduce-old-thing", "is_latest"].all()


def test_each_report_keeps_its_own_rating_and_target(two: datasets.Dataset) -> None:
    ratings = two.frame("ratings").set_index(["report", "indicator"])
    assert ratings.loc[("q3", "reduce-x"), ["period_label", "target"]].tolist() == [
        *("2019/20 Q3", 10.0),
    ]
    assert ratings.loc[("q4", "reduce-x"), ["period_label", "target"]].tolist() == [
        *("2019/20 Q4", 10.5),
    ]


def test_history_leaves_out_every_period_that_a_report_rates(two: datasets.Dataset) -> None:
    history = two.frame("history_ratings")
    own = history[history["indicator"] == "reduce-x"].set_index("period_label")
    assert sorted(own.index) == ["2018/19 Q4", "2019/20 Q2"]
    assert own.loc["2019/20 Q2", "target"] == 10.5  # as the newest report reads it


def test_indicators_have_the_newest_wording(two: datasets.Dataset) -> None:
    indicators = two.frame("indicators").set_index("indicator")
    assert indicators["name"].to_dict() == {
        "reduce-x": "Reduce  X",
        "reduce-old-thing": "Reduce old thing",
    }


def test_reports_are_listed_newest_first_and_each_has_its_scorecard(two: datasets.Dataset) -> None:
    assert report_ids(two) == ["q4", "q3"]
    assert scorecard(two).rows["value_text"].tolist() == ["11.0%"]
    assert scorecard(two, "q3").rows["value_text"].tolist() == ["12.0%", "2%"]
    assert scorecard(two, "q3").periods == ("2018/19 Q4", "2019/20 Q2", "2019/20 Q3")
    with pytest.raises(KpiError, match="no report 'q2'"):
        scorecard(two, "q2")
