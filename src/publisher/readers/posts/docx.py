"""A word processor's file in, a post out. Mammoth stands behind this module: what is read are styles, not looks."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as Damaged

import mammoth
from lxml import etree

from publisher.readers.posts.html import read_html
from publisher.readers.posts.post import Post

_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Caption'] => p.caption:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
    )
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SAFE = etree.XMLParser(resolve_entities=False)
_STYLE = re.compile(r"Unrecognised paragraph style: (.+) \(Style ID: .*\)")
_IGNORED = re.compile(r"An unrecognised element was ignored: \{.*\}(?!oMath)(.+)")
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")

_LARGEST = 500_000_000  # bytes of all its parts together
# What stands for: a part that is damaged, or missing; one that is encrypted, too deep, or packed in another way.
_BROKEN = (BadZipFile, Damaged, OSError, EOFError, KeyError, etree.XMLSyntaxError, ExpatError, RuntimeError, ValueError)
_ODD = (AttributeError, IndexError, TypeError)  # what Mammoth makes of parts that lack what they should have


def read_docx(data: bytes) -> Post:
    """The post of a .docx file, with its pictures and notes. Raises ValueError for what is none."""
    try:
        _weigh(data)
        made = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, include_embedded_style_map=False)
        told = dict.fromkeys((*_messages(each.message for each in made.messages), *_left_out(data)))
        language = _language(data)
    except (*_BROKEN, *_ODD) as broken:
        raise ValueError(f"it is no .docx file: {broken}") from broken
    post = read_html(f"<html lang='{language}'><body>{made.value}</body></html>".encode())
    return Post(
        body=post.body, title=post.title, language=post.language, pictures=post.pictures, guesses=(*post.guesses, *told)
    )


def _weigh(data: bytes) -> None:
    """Raises ValueError for a file whose parts would not fit into memory."""
    with ZipFile(BytesIO(data)) as container:
        if sum(part.file_size for part in container.infolist()) > _LARGEST:
            raise ValueError(f"its parts are larger than {_LARGEST // 1_000_000} MB")


def _messages(said: Iterable[str]) -> Iterator[str]:
    """What Mammoth did not understand and a person should know."""
    for message in said:
        if style := _STYLE.fullmatch(message):
            yield f"the style '{style[1]}' is not known: what it is used for became paragraphs"
        elif element := _IGNORED.fullmatch(message):
            yield f"left out: '{element[1]}', which is not known; look whether it had words"


def _left_out(data: bytes) -> Iterator[str]:
    """Formulas, what stands at the edge of each page, and who made the file."""
    with ZipFile(BytesIO(data)) as container:
        names = container.namelist()
        text = container.read("word/document.xml") if "word/document.xml" in names else b"<none/>"
        for formula in etree.fromstring(text, _SAFE).iter(f"{_M}oMath"):
            yield f"left out: the formula '{_words(formula, f'{_M}t')}'; write it where it stood"
        for name in sorted(filter(_EDGE.fullmatch, names)):
            if words := _words(etree.fromstring(container.read(name), _SAFE), f"{_W}t"):
                yield f"left out: '{words[:120]}', from the edge of each page"
        core = container.read("docProps/core.xml") if "docProps/core.xml" in names else b"<none/>"
        if maker := (etree.fromstring(core, _SAFE).findtext(f"{_DC}creator") or "").strip():
            yield f"the file names '{maker}' as author: if so, add `contributors: [{{name: …, role: aut}}]`"


def _words(part: etree._Element, tag: str) -> str:
    return " ".join("".join(each.text or "" for each in part.iter(tag)).split())


def _language(data: bytes) -> str:
    """The language that the file's own styles are set to."""
    with ZipFile(BytesIO(data)) as container:
        if "word/styles.xml" not in container.namelist():
            return ""
        root = etree.fromstring(container.read("word/styles.xml"), _SAFE)
    found = next((lang.get(f"{_W}val", "") for lang in root.iter(f"{_W}lang")), "")
    return found if found.replace("-", "").isalnum() else ""
