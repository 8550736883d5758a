"""The dataset of KPI_DATASET as two frames, read once and kept by ``st.cache_data``."""

import os
from pathlib import Path

import pandas as pd
import streamlit as st

COLUMNS = {
    "title": "Indicator",
    "status": "Status",
    "direction": "Direction of travel",
    "value": "Outturn",
    "target": "Target",
    "gap": "Gap to target",
    "change": "Since last figure",
    "year_change": "Since a year ago",
    "trend": "Trend",
    "comparator_gap": "Against comparator",
}


@st.cache_data
def load() -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row per indicator, and one per figure."""
    folder = Path(os.environ["KPI_DATASET"])
    version = folder / (folder / "CURRENT").read_text().strip()
    figures = pd.read_parquet(version / "observations.parquet").sort_values("period_end")
    about = pd.read_parquet(version / "indicators.parquet")
    rows = pd.read_parquet(version / "ratings.parquet")
    rows = rows.merge(about[["indicator", "title", "name", "theme", "unit", "position"]])
    own = figures[figures["subject"] == rows["organisation"].iloc[0]]
    wide = own.pivot_table(index="indicator", columns="period_label", values="value")
    labels = own["period_label"].unique()
    rows["value"] = rows["indicator"].map(wide[labels[-1]])
    rows["year_change"] = rows["value"] - rows["indicator"].map(wide[labels[0]])
    trends = own.dropna(subset="value").groupby("indicator")["value"].apply(list)
    rows["trend"] = rows["indicator"].map(trends)
    rows["status"] = words(rows["declared_status"], "Not rated")
    rows["direction"] = words(rows["declared_direction"], "Not available")
    rows["comparison"] = words(rows["comparison"], "No comparison")
    return rows.sort_values("position"), figures


def words(stored: pd.Series, missing: str) -> pd.Series:
    return stored.fillna(missing).str.replace("_", " ").str.capitalize()
