"""Committee pack on the screen: choose, have it made, take it away; and its limits in words."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core.build import build
from kpi_core.downloads import Made
from kpi_core.errors import ExportError
from kpi_core.packs import FORMATS, MOST_INDICATORS, Step
from kpi_core.web import packing
from kpi_core.web.parts import pack
from tests.screens.reading import html_of, shown

LABELS = [known.label for known in FORMATS.values()]


@pytest.fixture(autouse=True)
def workshop(monkeypatch: pytest.MonkeyPatch) -> packing.Workshop:
    """One that no other test has ordered from."""
    made = packing.Workshop()
    monkeypatch.setattr(pack, "WORKSHOP", made)
    return made


def finished(app: AppTest, workshop: packing.Workshop) -> AppTest:
    """The screen after everything that was ordered is made."""
    for job in list(workshop._jobs.values()):
        job.future.exception(timeout=120)
    return app.run()


def test_it_says_what_a_pack_is_and_how_much_it_holds(open_screen) -> None:
    said = shown(open_screen()).text
    assert f"at most {MOST_INDICATORS} indicators" in said
    app = open_screen()
    assert app.segmented_control(pack.FORMAT).options == LABELS


@pytest.mark.parametrize("output", FORMATS)
def test_a_pack_of_red_is_made_and_offered_under_the_name_of_its_view(
    open_screen, workshop, output
) -> None:
    app = open_screen(status=["Red"])
    app.segmented_control(pack.FORMAT).set_value(FORMATS[output].label).run()
    app.button("kpi-pack-make").click().run()
    app = finished(app, workshop)
    (job,) = workshop._jobs.values()
    assert job.made is not None
    assert job.made.name == f"cheshire-west-and-chester_pack_2019-20-q4_red.{output}"
    assert f"The pack is ready: {FORMATS[output].label}" in html_of(app)
    (button,) = [b for b in app.get("download_button") if b.key.startswith("kpi-take-pack")]
    assert button.key == f"kpi-take-pack--{output}"
    assert button.proto.label == f"Committee pack: {FORMATS[output].label}"


def test_nothing_is_made_before_the_button_and_nothing_twice(open_screen, workshop) -> None:
    app = open_screen(status=["Red"])
    assert workshop._jobs == {}
    for _ in range(2):
        app.button("kpi-pack-make").click().run()
    finished(app, workshop)
    assert len(workshop._jobs) == 1


def test_another_view_is_another_pack(open_screen, workshop, monkeypatch) -> None:
    monkeypatch.setattr(pack, "make", lambda *_, **__: Made("a.docx", "x", b"x"))
    app = open_screen(status=["Red"])
    app.button("kpi-pack-make").click().run()
    assert "The pack is ready" in html_of(finished(app, workshop))
    other = open_screen(status=["Amber"])
    assert "The pack is ready" not in html_of(other)


def test_an_error_is_a_sentence(open_screen, workshop, monkeypatch) -> None:
    def refused(*_: object, **__: object) -> Made:
        raise ExportError("It cannot be made, and this is why.")

    monkeypatch.setattr(pack, "make", refused)
    app = open_screen(status=["Red"])
    app.button("kpi-pack-make").click().run()
    assert "It cannot be made, and this is why." in html_of(finished(app, workshop))


def test_where_too_many_wait_it_says_so_once(open_screen, monkeypatch) -> None:
    monkeypatch.setattr(pack, "WORKSHOP", packing.Workshop(waiting=0))
    app = open_screen(status=["Red"])
    app.button("kpi-pack-make").click().run()
    assert packing.BUSY in html_of(app)
    assert packing.BUSY not in html_of(app.run())


def test_progress_is_shown_while_it_is_made(open_screen, workshop, monkeypatch) -> None:
    from threading import Event

    begun, go = Event(), Event()

    def slowly(_offer: object, _output: str, _view: object, step: Step) -> Made:
        step("Indicator 3 of 8")
        begun.set()
        go.wait(30)
        return Made("a.docx", "x", b"x")

    monkeypatch.setattr(pack, "make", slowly)
    app = open_screen(status=["Red"])
    app.button("kpi-pack-make").click()
    try:
        app.run()
        assert begun.wait(30)
        assert "Indicator 3 of 8 …" in html_of(app.run())
    finally:
        go.set()
    assert "The pack is ready" in html_of(finished(app, workshop))


def test_beyond_the_limit_there_is_no_button_but_a_sentence(open_screen, tmp_path: Path) -> None:
    lines = [f"Increase thing {at}\t{at % 90}%\t15%\tGreen" for at in range(MOST_INDICATORS + 1)]
    head = "Indicator\t2019/20 Q4\tTarget\tStatus"
    (tmp_path / "many.tsv").write_text("\n".join([head, *lines, ""]), "utf-8")
    build([tmp_path / "many.tsv"], tmp_path / "dataset")
    app = open_screen(place=tmp_path / "dataset")
    assert "at most 60 indicators, and 61 meet these filters" in html_of(app)
    assert [button.key for button in app.button if button.key == "kpi-pack-make"] == []


def test_of_no_indicator_there_is_no_pack(open_screen) -> None:
    app = open_screen(q="nobody says this")
    assert pack.NOTHING in html_of(app)


def test_the_indicator_screen_leads_to_it_with_its_filters(open_screen) -> None:
    found = shown(
        open_screen("indicator", indicator="repeat-child-protection-plans", status=["Red"])
    )
    link = found.link("Make a committee pack of the indicators shown")
    assert link.query == {"pack": ["open"], "status": ["Red"]}
    assert link.href.startswith("./")
