"""The place that a line of these files is about."""

from kpi_core.national.collected import Area
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.gss import subject_of
from kpi_core.vocabulary import AreaKind


class Places:
    """Reads the place of a line by its level; levels below councils have none here."""

    def __init__(self, table: CsvTable) -> None:
        self._columns = {name: at for at, name in enumerate(table.header)}
        self._table = table
        self._known: dict[tuple[str, ...], Area | None] = {}

    def level(self, at: int) -> str:
        """``National``, ``Regional``, ``Local authority`` or what else is there."""
        return self._cell(at, "geographic_level")

    def of(self, at: int) -> Area | None:
        """The area of a line; None where its level is not one of the three, or it has no name."""
        names = ("country_name", "region_name", "la_name")
        codes = ("country_code", "region_code", "new_la_code", "old_la_code")
        key = (self.level(at), *(self._cell(at, name) for name in (*names, *codes)))
        if key not in self._known:
            self._known[key] = self._area(at)
        return self._known[key]

    def _area(self, at: int) -> Area | None:
        region = self._cell(at, "region_name")
        match self.level(at).casefold():
            case "national":
                return _named(self._cell(at, "country_name"), self._cell(at, "country_code"))
            case "regional" if region:
                code = self._cell(at, "region_code")
                return Area(subject_of(region, code), region, AreaKind.REGION, gss=code or None)
            case "local authority":
                return self._council(at, subject_of(region) if region else None)
        return None

    def _council(self, at: int, region: str | None) -> Area | None:
        name = self._cell(at, "la_name")
        code, number = self._cell(at, "new_la_code"), self._cell(at, "old_la_code")
        if not name:
            return None
        subject = subject_of(name, code or number)
        gss, old = code or None, number or None
        return Area(subject, name, AreaKind.COUNCIL, region, gss, old)

    def _cell(self, at: int, name: str) -> str:
        column = self._columns.get(name)
        return "" if column is None else self._table.lines[at][column].strip()


def _named(name: str, code: str) -> Area | None:
    if not name:
        return None
    return Area(subject_of(name, code), name, AreaKind.COUNTRY, gss=code or None)
