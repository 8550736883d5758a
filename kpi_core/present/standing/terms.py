"""Words of benchmarks that a reader may not know."""

BENCHMARK_TERMS: tuple[tuple[str, str], ...] = (
    (
        "Rank and quarter",
        (
            "The council's place among all that have a figure, 1 being the best, and the quarter "
            "of them that it is in, A being the best."
        ),
    ),
    (
        "Similar",
        (
            "Chance could explain the difference, or it is within the usual spread of all "
            "councils, the middle one of their distances from their median, scaled."
        ),
    ),
    (
        "Statistical neighbours",
        (
            "Councils that are most alike by the make-up of their families, chosen for children's "
            "services. Each set of them has a date."
        ),
    ),
    (
        "Mean, median, pooled",
        (
            "Three ways to one figure of a group: all figures added and divided by their number; "
            "the middle one; all cases of all members together."
        ),
    ),
    (
        "Scaled median absolute deviation",
        (
            "The usual spread: the middle one of the councils' distances from their median, "
            "scaled so that it is comparable with a standard deviation."
        ),
    ),
    ("Soft or hard target", "Most others achieve a soft target already; few achieve a hard one."),
)
