"""Damage to a file, as bytes and, where it is an archive or markup, inside of it."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

NUMBERS = (b"0", b"-1", b"1", b"2", b"65535", b"1048577", b"99999999999", b"1e308", b"NaN", b"")

ATTRIBUTES = (
    *NUMBERS,
    *(b"A1", b"XFD1048576", b"ZZZZ9", b"A0", b"A1:XFD1048576", b"B2:A1", b"s", b"b", b"e", b"d"),
    *(b"str", b"n", b"inlineStr", b"float", b"percentage", b"../../x", b"rId99", b"restart"),
    *(b"x" * 5_000, b"1900-02-30", b"&#65;", b"#REF!", b"00", b"FFFFFFFF"),
)

TEXTS = (
    *(b"", b"12%", b"1e999", b"-", b"2019/20 Q4", b"0", b"-1", b"999999", b"Status", b"&#8203;"),
    *(b"x" * 70_000, b"<x/>"),
)

NO_MARKUP = (b"&#55296;", b"&bad;", b"\xff", b"\x00", b"<", b"]]>")
"""Texts that no parser has to take."""

ATTRIBUTE = re.compile(rb"(?<==)\"[^\"<>]{0,200}\"")

TAG = re.compile(rb"<[^<>]{1,300}>")

BETWEEN = re.compile(rb"(?<=>)[^<>]{1,300}(?=<)")

ELEMENT = re.compile(rb"<([\w:]+)(?:\s[^<>]*[^<>/])?>.{0,2000}?</\1>", re.DOTALL)

NUMBER = re.compile(rb"\d{1,10}")


def as_bytes(content: bytes, rng: Random) -> bytes:
    """Some bytes changed, cut out, repeated, or the end cut off."""
    damaged = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(damaged) + 1)
        size = rng.choice((1, 2, 4, 16, 200))
        kind = rng.randrange(5)
        if kind == 0:
            damaged[at : at + size] = rng.randbytes(size)
        elif kind == 1:
            extreme = rng.choice((b"\x00", b"\xff", b"\x7f", b"\x80"))
            damaged[at : at + size] = extreme * size
        elif kind == 2:
            del damaged[at : at + size]
        elif kind == 3:
            damaged[at:at] = damaged[max(at - size, 0) : at] * rng.choice((1, 2, 50))
        elif at < len(damaged):
            damaged[at] ^= 1 << rng.randrange(8)
    if rng.random() < 0.1:
        del damaged[rng.randrange(len(damaged) + 1) :]
    return bytes(damaged)


def as_markup(content: bytes, rng: Random) -> bytes:
    """Attributes, tags and texts replaced, removed, repeated and nested."""
    for _ in range(rng.choice((1, 1, 2, 5))):
        content = rng.choice(MARKUP)(content, rng)
    return content


def as_archive(content: bytes, rng: Random) -> bytes:
    """The markup inside the parts damaged and packed again, so that the parser is reached."""
    parts = parts_of(content)
    for _ in range(rng.choice((1, 1, 2))):
        named = [at for at, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
        if not named:
            break
        # Long parts hold the table, so they are chosen more often.
        (at,) = rng.choices(named, [len(parts[at][1]) ** 0.5 + 1 for at in named])
        name, part = parts[at]
        how = as_bytes if rng.random() < 0.15 else as_markup
        parts[at] = (name, how(part, rng))
    if rng.random() < 0.1:
        del parts[rng.randrange(len(parts))]
    return packed(parts)


def as_numbers(content: bytes, rng: Random) -> bytes:
    """Numbers replaced, wherever they stand: for PDF, whose markup is mostly these."""
    for _ in range(rng.choice((1, 2, 5, 20))):
        content = _replaced(content, NUMBER, rng.choice(NUMBERS), rng)
    return content


def _replaced(content: bytes, what: re.Pattern[bytes], by: bytes, rng: Random) -> bytes:
    """One of the first some thousand matches after a random place."""
    start = rng.randrange(len(content) + 1)
    found = what.search(content, start) or what.search(content)
    return content[: found.start()] + by + content[found.end() :] if found else content


def _attribute(content: bytes, rng: Random) -> bytes:
    return _replaced(content, ATTRIBUTE, b'"' + rng.choice(ATTRIBUTES) + b'"', rng)


def _text(content: bytes, rng: Random) -> bytes:
    return _replaced(content, BETWEEN, rng.choice(TEXTS), rng)


def _no_markup(content: bytes, rng: Random) -> bytes:
    return _replaced(content, BETWEEN, rng.choice(NO_MARKUP), rng)


def _no_tag(content: bytes, rng: Random) -> bytes:
    return _replaced(content, TAG, b"", rng)


def _tag_again(content: bytes, rng: Random) -> bytes:
    found = TAG.search(content, rng.randrange(len(content) + 1))
    times = rng.choice((1, 2, 300))
    return content[: found.end()] + found[0] * times + content[found.end() :] if found else content


def _tag_elsewhere(content: bytes, rng: Random) -> bytes:
    found = TAG.search(content, rng.randrange(len(content) + 1))
    return _replaced(content, TAG, found[0], rng) if found else content


def _element(content: bytes, rng: Random) -> re.Match[bytes] | None:
    """One tag to the next end of the same name, if there is any after a random place."""
    return ELEMENT.search(content, rng.randrange(len(content) + 1))


def _element_again(content: bytes, rng: Random) -> bytes:
    found = _element(content, rng)
    if found is None:
        return content
    return content[: found.end()] + found[0] * rng.choice((1, 1, 50)) + content[found.end() :]


def _element_gone(content: bytes, rng: Random) -> bytes:
    found = _element(content, rng)
    return content[: found.start()] + content[found.end() :] if found else content


def _element_nested(content: bytes, rng: Random) -> bytes:
    """An element inside of itself, a few or many times over."""
    found = _element(content, rng)
    if found is None:
        return content
    times, opening = rng.choice((1, 3, 3_000)), found[0][: found[0].index(b">") + 1]
    closing = b"</" + found[1] + b">"
    nested = opening * times + found[0] + closing * times
    return content[: found.start()] + nested + content[found.end() :]


MARKUP: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_attribute, _attribute, _attribute, _attribute, _text, _text, _text, _element_again),
    *(_element_again, _element_gone, _element_gone, _element_nested, _element_nested),
    *(_no_markup, _no_tag, _tag_again, _tag_elsewhere),
)


def parts_of(content: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(part.filename, archive.read(part)) for part in archive.infolist()]


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
