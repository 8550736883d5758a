"""The shipped report's dataset with the release of twelve councils imported into it."""

from pathlib import Path

from kpi_core.build import build
from kpi_core.dataset.place import place
from kpi_core.dataset.releases import keep_release
from kpi_core.imports.releases import add_releases
from tests.national.twelve_councils import LINKS, release

OF_NATIONAL = ("councils", "comparators-over-time", "quoted-years", "published-later")
"""Offers that need national figures."""

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "data" / "reports" / "cheshire-west-and-chester-2019-20-q4.tsv"


def build_with_national(folder: Path) -> Path:
    """Builds the report with a catalogue that links two indicators, then imports the release."""
    catalogue, dataset = folder / "catalogue.toml", folder / "dataset"
    catalogue.write_text("\n".join(_linked((ROOT / "data" / "catalogue.toml").read_text("utf-8"))))
    build([REPORT], dataset, catalogue)
    where = place(str(dataset))
    add_releases(where, [keep_release(where, release())])
    return dataset


def _linked(text: str) -> list[str]:
    """The shipped catalogue's lines with our measures in place of its own."""
    made: list[str] = []
    for line in text.splitlines():
        if line.startswith("national_measure"):
            continue
        made.append(line)
        named = line.removeprefix('id = "').removesuffix('"')
        if line.startswith('id = "') and named in LINKS:
            made.append(f'national_measure = "{LINKS[named]}"')
    return made
