"""Where things are when nobody says: reports, catalogue, screens and dataset."""

import os
from pathlib import Path

from platformdirs import user_data_path

PACKAGE = Path(__file__).resolve().parent

CHECKOUT = PACKAGE.parent
"""The repository, when the package runs from one."""


def in_checkout() -> bool:
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "pages").is_dir()


def shipped(folder: str) -> Path:
    """A folder of the repository (``pages``, ``data``), or its copy inside the wheel."""
    if in_checkout():
        return CHECKOUT / folder
    return PACKAGE / f"_{folder}"


def default_catalogue() -> Path:
    """``data/catalogue.toml`` of the working folder, else the shipped one."""
    local = Path("data/catalogue.toml")
    return local if local.is_file() else shipped("data") / "catalogue.toml"


def default_reports() -> list[Path]:
    """The report files of the working folder's ``data/reports``, else the shipped ones."""
    local = Path("data/reports")
    folder = local if local.is_dir() else shipped("data") / "reports"
    return sorted(path for path in folder.glob("*") if path.is_file() and path.name[0] != ".")


def named_dataset() -> str | None:
    """The dataset that the environment names, if it does."""
    return os.environ.get("KPI_DATASET") or None


def default_dataset() -> str:
    """``$KPI_DATASET``, else ``data/dataset`` of a checkout, else the user's data folder."""
    named = named_dataset()
    if named is not None:
        return named
    if in_checkout():
        return str(CHECKOUT / "data" / "dataset")
    return str(user_data_path("council-scorecard-explorer", appauthor=False) / "dataset")


def publishing_allowed() -> bool:
    """Whether the screens may change the dataset: only where the host says so."""
    return os.environ.get("KPI_ALLOW_PUBLISH", "").strip().lower() in ("1", "true", "yes")
