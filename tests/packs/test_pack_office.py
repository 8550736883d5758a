"""The files open in an office program, and what it makes of them says the same."""

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from tests.packs.conftest import RED
from tests.packs.reading_back import SECTIONS


@pytest.fixture(scope="session")
def printed(red: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Word and PowerPoint packs, and each as LibreOffice prints it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so no pack is opened in it.")
    folder = tmp_path_factory.mktemp("office")
    for output in ("docx", "pptx"):
        (folder / f"{output}.{output}").write_bytes(red[output])
        command = [office, f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), f"{output}.{output}"]
        subprocess.run(command, cwd=folder, capture_output=True, timeout=180, check=False)
    return folder


@pytest.mark.parametrize(("output", "fewest", "most"), [("docx", 18, 24), ("pptx", 20, 26)])
def test_libreoffice_shows_every_indicator_with_its_figures(
    card: Scorecard, printed: Path, output: str, fewest: int, most: int
) -> None:
    made = printed / f"{output}.pdf"
    if output == "pptx" and not made.exists():
        pytest.skip("LibreOffice is here without its presentations (Impress).")
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(made).pages]
    assert fewest <= len(pages) <= most
    assert all(len(page) > 80 for page in pages)
    for row in records(card.rows.iloc[card.choices.where(RED)]):
        mine = [page for page in pages if page.startswith(row["title"])]
        assert mine, row["title"]
        for text in (row["value_text"], row["target_text"], row["gap_text"]):
            assert text in " ".join(mine)


def test_slides_have_a_page_each(red: Mapping[str, bytes], printed: Path) -> None:
    made = printed / "pptx.pdf"
    if not made.exists():
        pytest.skip("LibreOffice is here without its presentations (Impress).")
    import pptx

    slides = pptx.Presentation(io.BytesIO(red["pptx"])).slides
    assert len(PdfReader(made).pages) == len(slides)
    assert len(SECTIONS["pptx"](red["pptx"])) == 1 + 1 + 8 + 2
