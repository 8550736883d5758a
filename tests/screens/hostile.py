"""A report and a catalogue in which every text that people can write is an attack."""

import json
from pathlib import Path

ATTACKS = (
    "<script>window.__pwned=1</script>",
    "<img src=x onerror=window.__pwned=1>",
    "5*4*3",
    "$x^2$",
    ":red[x]",
    "=1+1",
    "[a](javascript:window.__pwned=1)",
    "'\"</table>&amp;",
    "# **_~~h~~_** `c` :smile: :material/bolt:",
)

INDICATOR = "hostile-one"

TITLE = " ".join(ATTACKS[1:])
"""The short title of one indicator, which stands in headings, links, charts and the tab."""

NAMES = tuple(f"Reduce the rate {attack}" for attack in (*ATTACKS, "a < b && c"))

HEADINGS = (
    *("Plan", "Indicator", "2018/19 Q4", "2019/20 Q3", "2019/20 Q4", "Target"),
    *("Direction of Travel", "Status", "Commentary", "Benchmark", "Benchmark for"),
)


def write_report(folder: Path) -> tuple[Path, Path]:
    """Writes the report and its catalogue.

    Returns:
        Their paths. Statuses, directions, periods' values and benchmarks hold attacks as well.
    """
    lines = [HEADINGS]
    for at, name in enumerate(NAMES):
        attack = ATTACKS[at % len(ATTACKS)]
        good = at % 3
        lines.append(
            (
                attack,
                name,
                *("16.0%", "15.0%" if good else attack, "17.1%", "16.0%"),
                "Declining Performance" if good else attack,
                "Red" if good else attack,
                f"{attack} and {' and '.join(ATTACKS)}",
                "SN 21%, NW 21%" if good == 1 else attack,
                "Statistical Neighbours" if good == 1 else attack,
            )
        )
    report = folder / "a&b='x' 5*4*3.tsv"
    rows = ("\t".join(_quoted(cell) for cell in line) for line in lines)
    report.write_text("\n".join(rows) + "\n", "utf-8")
    catalogue = folder / "catalogue.toml"
    catalogue.write_text(_catalogue(), "utf-8")
    return report, catalogue


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell else cell


def _catalogue() -> str:
    everything = json.dumps(" ".join(ATTACKS))  # a JSON string is a TOML string
    entries = [
        f"[organisations.o]\nname = {everything}",
        f"[reports.a-b-x-5-4-3]\ntitle = {everything}\nlicence = {everything}",
        'organisation = "o"\nperiod = "2019/20 Q4"',
    ]
    for at, name in enumerate(NAMES[:3]):
        title = TITLE if not at else ATTACKS[at]
        entries.append(
            f'[[indicators]]\norganisation = "o"\nid = "{INDICATOR if not at else f"h-{at}"}"\n'
            f"names = [{json.dumps(name)}]\ntitle = {json.dumps(title)}\n"
            f"theme = {json.dumps(ATTACKS[at + 2])}\nowner = {everything}\naction = {everything}\n"
            f"due_date = {everything}\ncaveats = [{everything}]"
        )
    return "\n".join(entries)
