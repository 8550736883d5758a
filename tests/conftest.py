"""What every test may ask for: the shipped report, its dataset, real public data, a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from kpi_core.build import BuildResult

ROOT = Path(__file__).resolve().parents[1]
BROWSER_REQUIRED = "KPI_BROWSER_REQUIRED"
"""Set by `./do test`: a browser test that would be skipped fails instead."""

# A machine that has other things to do is no fault of the code: no test fails on a time.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

browser_tests_run = pytest.StashKey[int]()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def report_path() -> Path:
    """The shipped report, byte for byte as it was received."""
    return ROOT / "data" / "reports" / "cheshire-west-and-chester-2019-20-q4.tsv"


@pytest.fixture(scope="session")
def dataset(report_path: Path, tmp_path_factory: pytest.TempPathFactory) -> "BuildResult":
    """The shipped report, built once for all tests: do not write into its ``location``."""
    from kpi_core.build import build

    out = tmp_path_factory.mktemp("dataset")
    return build([report_path], str(out), ROOT / "data" / "catalogue.toml")


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped report with the figures of twelve councils: do not write into it."""
    from tests.national.with_national import build_with_national

    return build_with_national(tmp_path_factory.mktemp("national"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real public data beside the checkout; it is not part of the repository."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("The public data sets are not at ../shared/data.")
    return folder


@pytest.fixture(scope="session")
def chromium() -> dict[str, Any]:
    """How to start Chromium: ``playwright.chromium.launch(**chromium)``."""
    # Chromium's own sandbox does not work for root, which is what containers run as.
    options: dict[str, Any] = {"args": ["--no-sandbox"] if os.geteuid() == 0 else []}
    names = ("chromium", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found:
        return {"executable_path": found, **options}
    if _fetched_by_playwright():
        return options
    pytest.skip("Chromium is not installed: `./do test` installs it.")


@pytest.fixture(scope="session")
def browser(chromium: dict[str, Any]) -> Iterator["Browser"]:
    """One browser for the whole run: Playwright can be started only once at a time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium)
        yield browser
        browser.close()


def _fetched_by_playwright() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[browser_tests_run] = 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever starts Chromium is a browser test, whether it says so or not."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Iterator[None]:
    """Count browser tests; where the browser is required, turn their skips into failures."""
    report = yield
    if item.get_closest_marker("browser"):
        item.config.stash[browser_tests_run] += report.when == "call" and report.passed
        if report.skipped and not hasattr(report, "wasxfail") and os.environ.get(BROWSER_REQUIRED):
            report.outcome = "failed"
            report.longrepr = f"A browser test was skipped: {report.longrepr}"
    return report


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    terminalreporter.write_line(f"browser tests run: {config.stash[browser_tests_run]}")
