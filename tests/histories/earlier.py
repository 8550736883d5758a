"""The quarter before the shipped report, made from its own columns, with known differences."""

import csv
from pathlib import Path

FIRST = "cheshire-west-and-chester-2019-20-q3"
SECOND = "cheshire-west-and-chester-2019-20-q4"

FIRST_TITLE = "Council Plan performance, 2019/20 quarter 3"
SECOND_TITLE = "Council Plan performance, 2019/20 quarter 4"

LAST_QUARTER = 6
"""Column of the quarter that the earlier report does not have."""

COLUMNS = {"name": 1, "q4": 2, "q1": 3, "q2": 4, "q3": 5, "target": 6, "direction": 7, "status": 8}

# by the start of the name: what the earlier report says instead
CHANGED = {
    "Reduce the proportion of children who become": {"q4": "16%", "q3": "16.2%", "status": "Amber"},
    "Reduce the proportion of referrals": {"q1": "18%"},
    "Increase the proportion of front door": {"q2": "58.2%"},
    "Increase the proportion of single assessments": {"target": "90%"},
    "Increase the proportion of children aged": {"status": "Green"},
    "Reduce the proportion of LAC who are placed": {
        "name": "Reduce the proportion of LAC placed out of the borough, 20+ miles from home",
        "status": "Green",
    },
    "Increase the number of concluded": {
        "name": "Increase the number of completed Section 42 enquiries",
    },
    "Reduce the proportion of domestic abuse": {"q1": "47%", "q3": "49.4% [p]"},
}

NEW = "Reduce the number of registered care homes"

RETIRED = "Reduce the number of first time entrants to the youth justice system"

SECOND_NAME = "Increase the number of concluded Section 42 Safeguarding Enquiries"


def write_earlier(shipped: Path, folder: Path) -> Path:
    """The earlier report as a file; every figure that is not listed above is the shipped one's."""
    text = shipped.read_text("utf-8")
    lines = [_line(line) for line in csv.reader(text.splitlines(), delimiter="\t")]
    last = max(at for at, line in enumerate(lines) if line)
    retired = ["2", RETIRED, "31", "28", "26", "24", "25", "M", "Green", "", "-", "-"]
    path = folder / f"{FIRST}.tsv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        made = csv.writer(stream, delimiter="\t", lineterminator="\n")
        made.writerows([*lines[: last + 1], retired])
    return path


def write_catalogue(shipped: Path, folder: Path) -> Path:
    """The shipped catalogue, with the earlier report and one wording that it had."""
    text = shipped.read_text("utf-8")
    entry = text[text.index(f"[reports.{SECOND}]") : text.index("# The themes are ours")]
    earlier = entry.replace(SECOND, FIRST).replace(SECOND_TITLE, FIRST_TITLE).replace("Q4", "Q3")
    known = f'names = ["{CHANGED["Increase the number of concluded"]["name"]}", '
    text = text.replace(f'names = ["{SECOND_NAME}"', f'{known}"{SECOND_NAME}"')
    path = folder / "catalogue.toml"
    path.write_text(text.replace(entry, entry + earlier), "utf-8")
    return path


def _line(cells: list[str]) -> list[str]:
    kept = [cell for at, cell in enumerate(cells) if at != LAST_QUARTER]
    if len(kept) < len(COLUMNS) or kept[1].startswith(NEW):
        return []
    for start, said in CHANGED.items():
        if kept[1].startswith(start):
            for column, text in said.items():
                kept[COLUMNS[column]] = text
    return [cell.replace("Q4 commentary", "Q3 commentary") for cell in kept]
