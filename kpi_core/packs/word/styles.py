"""The look of a Word pack, all of it in styles, so that a person can change it in one place."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

LANGUAGE = "en-GB"

FONT = "Arial"

INK = RGBColor(0x1F, 0x23, 0x28)

FACT, WRITTEN, PICTURE, ENTRY = "Fact", "Commentary", "Picture", "Contents entry"
LINK = "Hyperlink"
TABLE_HEADING, TABLE_TEXT, TABLE_FIGURE = "Table heading", "Table text", "Table figure"
FIGURE_HEADING = "Table heading of figures"

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Cm(21), Cm(29.7), Cm(2)

THEME_FONTS = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


@dataclass(frozen=True)
class Look:
    """Size and space in points of one style; ``based`` names the style that a new one extends."""

    size: float
    before: float = 0
    after: float = 6
    bold: bool = False
    based: str = ""
    keep: bool = False
    new_page: bool = False


LOOKS = {
    "Normal": Look(11),
    "Title": Look(26, before=120, after=6, bold=True),
    "Subtitle": Look(14, after=24),
    "Heading 1": Look(17, after=8, bold=True, keep=True, new_page=True),
    "Heading 2": Look(13, before=14, after=4, bold=True, keep=True),
    "Heading 3": Look(11, before=10, after=3, bold=True, keep=True),
    "Caption": Look(10, before=6, after=3, bold=True, keep=True),
    "List Bullet": Look(11, after=3),
    "Footer": Look(9, after=0),
    FACT: Look(11, after=2, based="Normal"),
    WRITTEN: Look(11, based="Normal"),
    PICTURE: Look(11, after=4, based="Normal"),
    ENTRY: Look(11, after=4, based="Normal"),
    TABLE_HEADING: Look(9, before=2, after=2, bold=True, based="Normal", keep=True),
    FIGURE_HEADING: Look(9, before=2, after=2, bold=True, based="Normal", keep=True),
    TABLE_TEXT: Look(9, before=2, after=2, based="Normal"),
    TABLE_FIGURE: Look(9, before=2, after=2, based="Normal"),
}


def dress(document: Document) -> None:
    """Page, language and styles of a new document."""
    page = document.sections[0]
    page.page_width, page.page_height = PAGE_WIDTH, PAGE_HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    _say_language(document)
    for name, look in LOOKS.items():
        _style(document, name, look)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    written = document.styles[WRITTEN]
    assert isinstance(written, ParagraphStyle)
    written.paragraph_format.left_indent = Cm(0.6)
    _line_beside(written)
    for name in (TABLE_FIGURE, FIGURE_HEADING):
        figure = document.styles[name]
        assert isinstance(figure, ParagraphStyle)
        figure.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _say_language(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    (properties,) = defaults.iter(qn("w:rPr"))
    for known in properties.findall(qn("w:lang")):
        properties.remove(known)
    said = OxmlElement("w:lang")
    properties.append(said)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    for element, kinds in ((said, ("w:val", "w:eastAsia")), (theme, ("w:val",))):
        for kind in kinds if element is not None else ():
            element.set(qn(kind), LANGUAGE)


def _style(document: Document, name: str, look: Look) -> None:
    styles = document.styles
    if look.based:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[look.based]
    else:
        style = styles[name]
    assert isinstance(style, ParagraphStyle)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in THEME_FONTS:
        fonts.attrib.pop(qn(theme), None)
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = INK
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.keep_with_next, shape.page_break_before = look.keep, look.new_page


def _line_beside(style: ParagraphStyle) -> None:
    """The line that marks what somebody else wrote, as on the screen."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", "C9D0D7")):
        left.set(qn(f"w:{key}"), value)
    borders.append(left)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
