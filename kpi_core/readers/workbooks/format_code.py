"""The number format codes of spreadsheets, such as ``0.0%`` or ``mmm-yy``, taken apart."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|[_*](?P<padding>.)"
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]"
    r"|\[(?P<elapsed>h+|m+|s+)\]"
    r"|\[(?P<condition>(?:<=|>=|<>|<|>|=)-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\]"
    r"|\[(?P<colour>[^\]]*)\]"
    r"|(?P<general>General)"
    r"|(?P<half>AM/PM|A/P)"
    r"|(?P<date>y+|m+|d+|h+|s+)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<digit>[0#?])"
    r"|(?P<point>\.)"
    r"|(?P<comma>,)"
    r"|(?P<percent>%)"
    r"|(?P<split>;)"
    r"|(?P<text>@)"
    r"|(?P<fraction>/)"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_LITERAL = ("quoted", "escaped", "currency", "plain")
_NOT_SHOWN = ("padding", "colour")
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
}


@dataclass(frozen=True)
class Token:
    """One piece of a code; ``kind`` is a group of the pattern above, or ``literal``."""

    kind: str
    text: str


@dataclass(frozen=True)
class Section:
    """One of the parts between semicolons, for numbers of one sign or condition."""

    tokens: tuple[Token, ...]
    condition: str | None = None

    def has(self, *kinds: str) -> bool:
        return any(token.kind in kinds for token in self.tokens)

    @cached_property
    def whole(self) -> str:
        """The digit places before the point."""
        return "".join(self.tokens[at].text for at in self._whole_places)

    @cached_property
    def decimals(self) -> str:
        """The digit places after the point."""
        after = self.tokens[self._first("point") : self._first("exponent")]
        return "".join(token.text for token in after if token.kind == "digit")

    @cached_property
    def grouped(self) -> bool:
        """Whether thousands are set apart: a comma stands between two places."""
        places = self._whole_places
        return any(places[0] < at < places[-1] for at in self._commas) if places else False

    @cached_property
    def scale(self) -> Decimal:
        """A hundred for each percent sign, a thousandth for each comma after the last place."""
        last = self._whole_places[-1] if self._whole_places else -1
        thousands = sum(at > last for at in self._commas)
        percents = sum(token.kind == "percent" for token in self.tokens)
        return Decimal(1).scaleb(2 * percents - 3 * thousands)

    @cached_property
    def only_negative(self) -> bool:
        """Whether the condition lets only negatives in, which then need no sign."""
        below = self.condition is not None and self.condition.startswith("<")
        return below and not self.meets(Decimal(0))

    def meets(self, number: Decimal) -> bool:
        """Whether the section's own condition, if any, holds for the number."""
        if self.condition is None:
            return True
        sign = self.condition.rstrip("-.0123456789")
        return _COMPARE[sign](number, Decimal(self.condition[len(sign) :]))

    @cached_property
    def _whole_places(self) -> tuple[int, ...]:
        before = enumerate(self.tokens[: min(self._first("point"), self._first("exponent"))])
        return tuple(at for at, token in before if token.kind == "digit")

    @cached_property
    def _commas(self) -> tuple[int, ...]:
        return tuple(at for at, token in enumerate(self.tokens) if token.kind == "comma")

    def _first(self, kind: str) -> int:
        found = (at for at, token in enumerate(self.tokens) if token.kind == kind)
        return next(found, len(self.tokens))


@lru_cache(maxsize=1_000)
def sections(code: str) -> tuple[Section, ...]:
    """The parts of a format code in their order; none is an error, since any text is a code."""
    parts: list[list[Token]] = [[]]
    conditions: dict[int, str] = {}
    for match in _TOKEN.finditer(code):
        kind = str(match.lastgroup)
        text = match[kind]
        if kind == "split":
            parts.append([])
        elif kind == "condition":
            conditions[len(parts) - 1] = text
        elif kind not in _NOT_SHOWN:
            parts[-1].append(Token("literal" if kind in _LITERAL else kind, text))
    return tuple(Section(tuple(part), conditions.get(at)) for at, part in enumerate(parts))
