"""Random scorecard tables: well-formed in most places and strange in some, from a seed."""

from random import Random

from kpi_core.layout.headings import SYNONYMS, Role

Table = list[list[str]]

Filled = list[list[str | float]]
"""A table in which some cells are numbers, as spreadsheets have them."""

NAMES = (
    *("Reduce the proportion of x", "Increase the rate of y per 10,000", "Number of z"),
    *(
        "Increase the number of w (annual survey)",
        "% of v in 5 days",
        "PI 12 u",
        "Average days of t",
    ),
)

FIGURES = (
    *("1%", "17.13%", "1,234", "£5.2m", "-", "", "n/a", "0", "-3", "(5)", "<5%", "7.7 (7.6)", "12"),
    *("1:4", "10.74 Weeks", "4 minutes", "[c]", "5 [p]", "99999999999999999999", "12..3%", "1e999"),
    *("0.1713000000000001", "½", "²", "12,5", "TBC", "M", "07:30", "6/10/2014", "−4"),
)

PERIODS = (
    *(
        "2018/19 Q4",
        "2019/20 Q1",
        "2019/20 Q2",
        "2019/20 Q3",
        "2019/20 Q4",
        "2019/20",
        "Q3 2015-16",
    ),
    *("Apr-19", "March 2020", "2019/21", "Q5", "2019/20 Target", "Q4", "Jan 2012-Dec 2012"),
)

WORDS = (
    *("Red", "green", "AMBER", "Blue", "Purple", "M", "", "Improving", "Declining", "Up", "n/a"),
    *("SN 21%, NW 22%, Eng 20%", "72", "England", "Core Cities", "NW LA's", "Fine."),
    "Performance in the year was 99% and better than target.",
)

NASTY = (
    *(
        "",
        " ",
        "\u200b",
        "\u202etxet",
        "=1+1",
        "@SUM(A1)",
        "<b>x</b>",
        "$x$",
        "&amp;",
        "]]>",
        "&#0;",
    ),
    *("line\nbreak", "tab\tin it", '"', "’", "x" * 3_000, "a" * 40 + " " * 40, "\u0661", "İ", "ﬀ"),
    *("🟢", "e\u0301", "NaN", "inf", "None", "1_000", "0x10", "+", "%", "£", "Indicator", "Target"),
    *(
        "Status",
        "2019/20 Q4",
        "Q4",
        "()",
        "[",
        "\\",
        "'",
        "\ufeff",
        "\ufffe",
        "١٢٪",
        "Ⅳ",
        "\uff11\uff12\uff05",
    ),
)


def table(rng: Random) -> Table:
    """Lines of cells, with titles before it and notes after it now and then."""
    body = rng.choice((_wide, _wide, _wide, _long, _blocks, _noise))(rng)
    for _ in range(rng.choice((0, 0, 1, 3, 8))):
        line, nasty = rng.randrange(len(body)), rng.choice((*NASTY, *FIGURES, *PERIODS, *WORDS))
        if body[line]:
            body[line][rng.randrange(len(body[line]))] = nasty
    before = [[rng.choice((*NASTY, "Somewhere Borough Council", "Quarter 4 2019/20"))]
              for _ in range(rng.choice((0, 0, 0, 1, 4)))]  # fmt: skip
    after = [["Source: the council"]] if rng.random() < 0.2 else []
    return [*before, *body, *after]


def _heading(rng: Random, role: Role) -> str:
    return rng.choice(SYNONYMS[role]).title()


def _wide(rng: Random) -> Table:
    """A line for each indicator, columns for periods."""
    periods = rng.sample(PERIODS, rng.randint(1, 5))
    others = rng.sample(
        [role for role in SYNONYMS if role is not Role.INDICATOR], rng.randint(0, 7)
    )
    header = [_heading(rng, Role.INDICATOR), *periods, *(_heading(rng, role) for role in others)]
    lines = [
        [_name(rng), *(rng.choice(FIGURES) for _ in periods), *(rng.choice(WORDS) for _ in others)]
        for _ in range(rng.randint(0, 8))
    ]
    if rng.random() < 0.3:
        rng.shuffle(order := list(range(len(header))))
        return [[line[at] for at in order] for line in (header, *lines)]
    if rng.random() < 0.2:
        lines.insert(rng.randint(0, len(lines)), list(header))
    if rng.random() < 0.2:
        lines = [line[: rng.randint(0, len(line))] for line in lines]
    if rng.random() < 0.15:
        return [["", *("Performance" for _ in periods)], header, *lines]
    return [header, *lines]


def _long(rng: Random) -> Table:
    """A line for each indicator and period."""
    header = [
        _heading(rng, Role.INDICATOR),
        "Period",
        _heading(rng, Role.VALUE) or "Value",
        "Status",
    ]
    names = [_name(rng) for _ in range(rng.randint(1, 4))]
    return [
        header,
        *(
            [n, p, rng.choice(FIGURES), rng.choice(WORDS)]
            for n in names
            for p in rng.sample(PERIODS, 3)
        ),
    ]


def _blocks(rng: Random) -> Table:
    """Several tables under one another, with a heading each."""
    found: Table = []
    for _ in range(rng.randint(1, 3)):
        found += [["Theme: children"], *_wide(rng), []]
    return found


def _noise(rng: Random) -> Table:
    """No table at all."""
    every = (*NASTY, *FIGURES, *PERIODS, *WORDS, *NAMES)
    return [[rng.choice(every) for _ in range(rng.randint(0, 6))] for _ in range(rng.randint(1, 9))]


def _name(rng: Random) -> str:
    return f"{rng.choice(NAMES)} {rng.randint(1, 9)}"


def scorecard(rng: Random) -> Table:
    """A table that is read, for damage to be done to."""
    header = ["Indicator", "2019/20 Q3", "2019/20 Q4", "2019/20 Target", "Status", "Commentary"]
    return [
        header,
        *(
            [
                _name(rng),
                *(rng.choice(FIGURES) for _ in range(3)),
                rng.choice(WORDS),
                rng.choice(WORDS),
            ]
            for _ in range(rng.randint(1, 9))
        ),
    ]


def with_numbers(given: Table, rng: Random) -> Filled:
    """The table with a number in place of some texts."""
    return [
        [round(rng.uniform(-9, 99_999), 4) if rng.random() < 0.1 else text for text in row]
        for row in given
    ]
