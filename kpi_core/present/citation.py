"""How minutes and papers name a figure, so that somebody else finds the same one again."""

import pandas as pd

from kpi_core.present.scorecard import Scorecard


def citation(card: Scorecard, row: pd.Series) -> str:
    """Who reported which figure where, and the version of the dataset that holds it.

    Args:
        card: the report.
        row: the indicator's row of it.
    """
    figure = f"{row['value_text']} in {card.dated}" if row["value_text"] else f"{card.dated}"
    return (
        f"{card.source}. {row['title']}: {figure}. "
        f"Source cell {row['source_cell']} of {card.report['source_name']}. "
        f"Dataset version {card.dataset.version}."
    )
