"""How Excel, Power BI, pandas and DuckDB use the data API, step by step."""

from kpi_core.web.markup import Safe, join, tag


def uses(address: str) -> Safe:
    """The part of the page that shows it, for the address of the API."""
    return join(
        (
            tag("h2", "Use it"),
            _steps("Excel", _excel(address)),
            _steps("Power BI", _power_bi(address)),
            tag("h3", "pandas"),
            tag("pre", tag("code", _pandas(address))),
            tag("h3", "DuckDB"),
            tag("pre", tag("code", _duckdb(address))),
            tag("h3", "A picture in another page"),
            tag("pre", tag("code", _picture(address))),
            tag("h3", "A mail or Teams message when something changes"),
            tag(
                "p",
                "Give a flow that starts with a new feed item the address ",
                tag("code", f"{address}/changes.atom"),
                ". Each change is an item of its own, with an id that stays.",
            ),
        )
    )


def _steps(name: str, steps: tuple[object, ...]) -> Safe:
    return join((tag("h3", name), tag("ol", *(tag("li", step) for step in steps))))


def _excel(address: str) -> tuple[object, ...]:
    return (
        "On the Data tab choose Get Data, From Other Sources, From Web.",
        tag("span", "Give the address ", tag("code", f"{address}/ratings?format=csv"), "."),
        "Where a key is needed, choose Advanced and add the header X-Api-Key with the key.",
        "Choose Load. Refresh All fetches the figures anew.",
    )


def _power_bi(address: str) -> tuple[object, ...]:
    query = f'= Csv.Document(Web.Contents("{address}/ratings?format=csv"), [Encoding=65001])'
    typed = f'= Parquet.Document(Web.Contents("{address}/ratings?format=parquet"))'
    return (
        "Choose Get data, Web, and give the same address; a key goes into Advanced as there.",
        "Choose Transform data, and Use first row as headers if that was not done already.",
        tag("span", "In the advanced editor the source is ", tag("code", query), "."),
        tag("span", "Parquet keeps the types of the columns: ", tag("code", typed), "."),
    )


def _pandas(address: str) -> str:
    return (
        "import pandas as pd\n\n"
        f'ratings = pd.read_parquet("{address}/ratings?format=parquet")\n'
        f'red = pd.read_csv("{address}/ratings?format=csv&status=Red")\n'
        f'one = "{address}/observations?format=parquet&indicator=ID"\n'
        "everywhere = pd.read_parquet(one)  # ID of a national measure: every council, every year"
    )


def _duckdb(address: str) -> str:
    return (
        "INSTALL httpfs; LOAD httpfs;\n"
        "SELECT title, value, target\n"
        f"FROM read_parquet('{address}/ratings?format=parquet')\n"
        "WHERE declared_status = 'red';\n\n"
        "-- of a whole table it fetches only the pieces that it needs\n"
        "SELECT subject, period_label, value\n"
        f"FROM read_parquet('{address}/files/observations.parquet')\n"
        "WHERE indicator = 'ID' AND is_latest;"
    )


def _picture(address: str) -> str:
    return f'<img src="{address}/charts/trend.svg?indicator=ID" alt="What the chart shows">'
