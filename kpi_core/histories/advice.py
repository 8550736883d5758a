"""What to do about a change between reports: the last words of each such finding, by its rule."""

ADVICE = {
    "figure-restated": "Both are kept and the later one is used.",
    "figure-now-missing": "Both are kept; give the figure again if it still stands.",
    "target-changed": (
        "Each report is rated by its own. If they are targets of different periods, name the "
        "period in the heading."
    ),
    "polarity-changed": "Give the polarity in the catalogue.",
    "unit-changed": "Correct one of them, or give the unit in the catalogue.",
    "indicator-matched-closely": (
        "If that is right, confirm it: list both wordings in the names of one entry of the "
        "catalogue. If not, give each its own entry."
    ),
}
