"""Whether XML declares entities, which is how a small file becomes an endless one.

Declarations stand before the first element, so no more than that is parsed. A bare document type,
as old spreadsheets carry one, declares nothing and is never fetched.
"""

from xml.parsers import expat
from xml.sax import ContentHandler, SAXParseException

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Byte-order marks, blanks, and the zero bytes of wide encodings."""

DECLARATION = b"<!ENTITY"

UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]


class _FirstElement(Exception):  # noqa: N818 - it ends the parsing and is no error
    pass


class _Stop(ContentHandler):
    def startElement(self, *_: object) -> None:  # noqa: N802 - SAX calls it so
        raise _FirstElement


class Prolog:
    """Takes the pieces of one part until its first element, or until it turns out to be no XML."""

    def __init__(self) -> None:
        self._parser = DefusedExpatParser(forbid_external=False)
        self._parser.setContentHandler(_Stop())
        self._started, self._done = False, False
        self._tail, self._mentioned = b"", False

    def declares_entities(self, piece: bytes) -> bool:
        """Whether the part does, as far as the pieces up to this one tell; an empty one ends it."""
        if self._done or not (self._started or piece.lstrip(BEFORE_MARKUP).startswith(b"<")):
            self._done = True
            return False
        self._started = True
        self._mention(piece)
        try:
            self._parser.feed(piece, isFinal=not piece)
        except _FirstElement:
            self._done = True
        except DefusedXmlException:
            return True
        except (SAXParseException, LookupError, ValueError) as error:
            self._done = True
            return self._mentioned or _unknown_encoding(error)
        return False

    def _mention(self, piece: bytes) -> None:
        """For text that cannot be parsed: whether the word stands in it, in any width."""
        seen = self._tail + piece.replace(b"\x00", b"")
        self._mentioned |= DECLARATION in seen
        self._tail = seen[-len(DECLARATION) :]


def _unknown_encoding(error: Exception) -> bool:
    """Text in an encoding that this parser lacks might say anything to the next one."""
    cause = error.getException() if isinstance(error, SAXParseException) else error
    return not isinstance(cause, expat.ExpatError) or cause.code == UNKNOWN_ENCODING
