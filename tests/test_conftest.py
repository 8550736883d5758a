"""A browser test may be skipped on a desk, and never where the browser is required."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPED = (
    "import pytest\n\n\n@pytest.mark.browser\ndef test_one():\n    pytest.skip('no browser')\n"
)
PASSED = "import pytest\n\n\n@pytest.mark.browser\ndef test_one():\n    pass\n"


def run(root: Path, folder: Path, test: str, required: str) -> subprocess.CompletedProcess[str]:
    """One test file under our conftest and settings, in a pytest of its own."""
    (folder / "conftest.py").write_text((root / "tests/conftest.py").read_text("utf-8"), "utf-8")
    (folder / "pyproject.toml").write_text((root / "pyproject.toml").read_text("utf-8"), "utf-8")
    (folder / "test_it.py").write_text(test, "utf-8")
    environment = {**os.environ, "KPI_BROWSER_REQUIRED": required}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "test_it.py"]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("test", "required", "code", "count"),
    [(SKIPPED, "", 0, 0), (SKIPPED, "1", 1, 0), (PASSED, "1", 0, 1)],
)
def test_a_skipped_browser_test_fails_where_the_browser_is_required(
    root: Path, tmp_path: Path, test: str, required: str, code: int, count: int
) -> None:
    result = run(root, tmp_path, test, required)
    assert result.returncode == code, result.stdout
    assert f"browser tests run: {count}\n" in result.stdout
