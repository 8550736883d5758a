"""A letter as Markdown, HTML and text: whatever a report says in it stays text."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from kpi_core.exports.letters import markdown, text_lines
from kpi_core.exports.letters.markdown import escaped
from kpi_core.present.letter import Entries, Entry, Heading, Letter, Line
from kpi_core.present.printable import printable
from kpi_core.web.letter import letter_html

HOSTILE = (
    "# heading",
    "1. item",
    "12) item",
    "- item",
    "+ item",
    "* item",
    "> quote",
    "---",
    "===",
    "a *b* _c_ **d** `e` ~~f~~ ==g==",
    "[a](https://example.org) ![b](x) <https://example.org>",
    "https://example.org www.example.org someone@example.org",
    "| a | b |\n|---|---|",
    "$x^2$ $$y$$ {{ z }} :smile: &amp; \\",
    "<script>alert(1)</script>",
    "    code",
    "```\ncode\n```",
    "two  \nlines",
    "nul \x00",
    "[^1] [a]: b",
    "Ÿ – ’ ✓ 汉字 👍 17.1% (was 16.0%)",
)

DIALECTS = (
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like", {"linkify": False}),
)


def letter(text: str) -> Letter:
    entries = Entries((Entry(text, (text,)),))
    return Letter(text, (Heading(text, 2), Line(text), Heading(text, 3), entries))


def one_line(text: str) -> str:
    return " ".join(printable(text).split())


def shown(reader: MarkdownIt, source: str) -> list[str]:
    """The texts of all blocks; a test fails where there is anything but text in one."""
    found = []
    for token in reader.parse(source):
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "text_special"}, kinds
            found.append("".join(child.content for child in token.children or ()))
    return found


@pytest.mark.parametrize("reader", DIALECTS, ids=["commonmark", "tables and strikethrough"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_is(reader: MarkdownIt, text: str) -> None:
    assert shown(reader, markdown(letter(text))) == [one_line(text)] * 6


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(one_line))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    for reader in DIALECTS:
        assert shown(reader, markdown(letter(text))) == [one_line(text)] * 6


@given(st.text("\\`*_[]()<>&|~$^={}!#@:.-+1 w/a\n\t", min_size=1).filter(one_line))
def test_any_punctuation_is_shown_as_it_is(text: str) -> None:
    for reader in DIALECTS:
        assert shown(reader, markdown(letter(text))) == [one_line(text)] * 6


@pytest.mark.parametrize("text", ["https://example.org", "www.example.org", "a@example.org"])
def test_no_address_becomes_a_link_by_itself(text: str) -> None:
    """Readers that look for addresses look in the source, before escapes are taken away."""
    bare = re.compile(r"https?://|www\.|\S@")
    assert bare.search(escaped(text)) is None or "\\@" in escaped(text)


def test_ordinary_sentences_need_no_escape() -> None:
    said = "Repeat plans: red, was green in 2019/20 Q3; 17.1% against a target of 16.0%, was 11.5%."
    assert escaped(said) == said


def test_without_escapes_a_text_would_be_more_than_text() -> None:
    """The proof that the tests above can fail."""
    with pytest.raises(AssertionError, match="em_open"):
        shown(DIALECTS[0], "a *b*")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_holds_only_our_elements_and_all_of_the_text(text: str) -> None:
    page = lxml_html.document_fromstring(letter_html(letter(text)).encode())
    ours = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p"}
    assert {element.tag for element in page.iter()} <= ours | {"ul", "li"}
    assert [element.text for element in page.iter("h1", "h2", "h3", "p")] == [printable(text)] * 4


def test_a_page_asks_for_nothing_and_says_its_language() -> None:
    page = letter_html(letter("https://example.org/x.png"))
    assert page.startswith('<!doctype html>\n<html lang="en-GB">')
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r"\s(src|href|action|background)=", page)
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels == [1, 2, 3]


def test_a_terminal_gets_lines() -> None:
    assert list(text_lines(letter("a *b*"))) == [
        *("a *b*", "a *b*", "a *b*", "  a *b*", "    a *b*"),
    ]
