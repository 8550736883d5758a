"""What Methods says of ratings comes from what rates: another limit, another sentence."""

from decimal import Decimal
from pathlib import Path

import pytest

from kpi_core.build import build
from kpi_core.catalogue import SchemeKind
from kpi_core.rules.rating import KINDS, fragile
from tests.screens.conftest import OpenScreen
from tests.screens.reading import shown

ROWS = "Indicator,2019/20 Q4,2019/20 Target\nIncrease a,76,80\nIncrease b,76,80\nReduce c,1,1\n"


def catalogue(amber: str) -> str:
    return f"""
[status_schemes.ours]
version = 3
amber_within = {amber}
[reports.it]
organisation = "x"
title = "It"
status_scheme = "ours"
[[indicators]]
organisation = "x"
id = "b"
names = ["Increase b"]
title = "B"
standards = [{{ scheme = "floor-standard", floor = 75 }}]
"""


def place(folder: Path, amber: str) -> str:
    (folder / "it.csv").write_text(ROWS)
    (folder / "it.toml").write_text(catalogue(amber))
    out = folder / "dataset"
    return build([folder / "it.csv"], out, folder / "it.toml").location


@pytest.mark.parametrize(("amber", "said"), [("0.05", "5%"), ("0.075", "7.5%")])
def test_R1_every_scheme_in_use_is_there_with_its_own_limits(
    open_screen: OpenScreen, tmp_path: Path, amber: str, said: str
) -> None:
    text = shown(open_screen("methods", place(tmp_path, amber))).text
    assert "Scheme: ours version 3, a band that is a share of the target. 2 of 3 rows." in text
    assert "Scheme: floor-standard version 1, a floor for each indicator. 1 of 3 rows." in text
    assert f"Amber: short of the target by up to and including {said} of the target." in text


def test_every_kind_of_scheme_is_explained(open_screen: OpenScreen) -> None:
    text = shown(open_screen("methods")).text
    for kind in SchemeKind:
        assert f"{KINDS[kind].name[1:]} ({kind.value})" in text


def test_what_could_tip_is_said_with_its_own_constant(
    open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "within 0.5 of its last digit" in shown(open_screen("methods")).text
    monkeypatch.setattr(fragile, "HALF", Decimal("0.25"))
    assert "within 0.25 of its last digit" in shown(open_screen("methods")).text
