"""Three quarters of a made-up council with each kind of change between the last two, once."""

from pathlib import Path

HEADINGS = ("Indicator", "Polarity", "Unit")
AFTER = ("2019/20 Target", "Status", "Direction of travel")

STEADY = "Increase fallow rows"

# name, polarity, unit, figures of Q2 to Q4, target, status, direction
Q3 = (
    (STEADY, "High", "%", "50%", "50%", "", "50%", "Green", "Maintained"),
    ("Reduce missed bins", "Low", "Number", "9", "9", "", "10", "Green", "Maintained"),
    ("Increase recycling", "High", "%", "50%", "50%", "", "50%", "Green", "Maintained"),
    ("Increase library visits", "High", "Number", "95", "96", "", "100", "Amber", "Maintained"),
    ("Increase homes built", "High", "Number", "41", "41", "", "40", "Green", "Maintained"),
    ("Increase street trees", "High", "Number", "7", "8", "", "90", "Red", "Improving"),
    ("Increase park visits", "High", "Number", "8", "7", "", "90", "Red", "Declining"),
    ("Increase bus journeys", "High", "Number", "9", "9", "", "9", "Green", "Maintained"),
    ("Increase swimming lessons", "High", "Number", "9", "-", "", "9", "", ""),
    ("Increase youth club places", "High", "Number", "30", "30", "", "30", "Green", "Maintained"),
    ("Increase school meals", "High", "Number", "60", "60", "", "60", "Green", "Maintained"),
    ("Phone calls", "Low", "Number", "70", "70", "", "70", "Green", "Maintained"),
    ("Reduce waiting for repairs", "Low", "Days", "11", "11", "", "12", "Green", "Maintained"),
    ("Reduce potholes", "Low", "Number", "33", "33", "", "40", "Green", "Maintained"),
    ("Increase adults in learning", "High", "Number", "21", "22", "", "20", "Green", "Maintained"),
    (
        *("Increase the proportion of tenants who are satisfied", "High", "%", "81%", "82%", ""),
        *("80%", "Green", "Maintained"),
    ),
)

RETURNED = ("Reduce noise complaints", "Low", "Number", "5", "5", "6", "6", "Green", "Maintained")

Q4 = (
    (STEADY, "High", "%", "50%", "50%", "50%", "50%", "Green", "Maintained"),
    ("Reduce missed bins", "Low", "Number", "9", "9", "12", "10", "Red", "Declining"),
    ("Increase recycling", "High", "%", "50%", "50%", "49%", "50%", "Amber", "Maintained"),
    ("Increase library visits", "High", "Number", "95", "96", "101", "100", "Green", "Improving"),
    ("Increase homes built", "High", "Number", "41", "41", "60", "40", "Exceeded", "Improving"),
    ("Increase street trees", "High", "Number", "7", "8", "6", "90", "Red", "Declining"),
    ("Increase park visits", "High", "Number", "8", "7", "9", "90", "Red", "Improving"),
    ("Increase bus journeys", "High", "Number", "9", "9", "n/a", "9", "", ""),
    ("Increase swimming lessons", "High", "Number", "9", "-", "9", "9", "Green", "Maintained"),
    ("Increase youth club places", "High", "Number", "30", "31", "31", "30", "Green", "Maintained"),
    ("Increase school meals", "High", "Number", "60", "60", "66", "66", "Green", "Maintained"),
    ("Phone calls", "High", "Number", "70", "70", "70", "70", "Green", "Maintained"),
    ("Reduce waiting for repairs", "Low", "%", "11", "11", "11%", "12%", "Green", "Maintained"),
    ("Increase evening classes", "High", "Number", "3", "3", "3", "3", "Green", "Maintained"),
    RETURNED,
    ("Increase adult learners", "High", "Number", "21", "22", "22", "20", "Green", "Maintained"),
    (
        *("Increase the proportion of satisfied tenants", "High", "%", "81%", "82%", "82%"),
        *("80%", "Green", "Maintained"),
    ),
)

CATALOGUE = """
[reports.upper-tamar-q2]
organisation = "upper-tamar"
title = "Scorecard, quarter 2"
period = "2019/20 Q2"

[reports.upper-tamar-q3]
organisation = "upper-tamar"
title = "Scorecard, quarter 3"
period = "2019/20 Q3"

[reports.upper-tamar-q4]
organisation = "upper-tamar"
title = "Scorecard, quarter 4"
period = "2019/20 Q4"

[[indicators]]
id = "adult-learners"
title = "Adult learners"
organisation = "upper-tamar"
names = ["Increase adults in learning", "Increase adult learners"]
"""


def write_every_change(folder: Path) -> tuple[list[Path], Path]:
    """The three reports, oldest first, and their catalogue."""
    q2 = [(*row[:3], row[3], "", "", *row[6:]) for row in (*Q3, RETURNED)]
    files = []
    for name, rows in (("q2", q2), ("q3", Q3), ("q4", Q4)):
        last = {"q2": 1, "q3": 2, "q4": 3}[name]
        periods = [f"2019/20 Q{quarter}" for quarter in (2, 3, 4)][:last]
        lines = [",".join((*HEADINGS, *periods, *AFTER))]
        lines += [",".join((*row[:3], *row[3 : 3 + last], *row[6:])) for row in rows]
        path = folder / f"upper-tamar-{name}.csv"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        files.append(path)
    catalogue = folder / "catalogue.toml"
    catalogue.write_text(CATALOGUE, "utf-8")
    return files, catalogue
