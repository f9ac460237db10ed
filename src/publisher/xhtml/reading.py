"""A finished EPUB or web page as a person who listens meets it: its documents, in the order of the spine, as tags."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree, html

from publisher.model.reading import Tag

_ROLES = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P",
    "section": "Sect",
    "nav": "TOC",
    "ol": "L",
    "ul": "L",
    "dl": "L",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "figure": "Figure",
    "img": "Figure",
    "figcaption": "Caption",
    "caption": "Caption",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "blockquote": "BlockQuote",
    "q": "Quote",
    "code": "Code",
    "em": "Em",
    "strong": "Strong",
    "aside": "Aside",
    "pre": "P",
    "div": "Div",
    "details": "Sect",
    "summary": "P",
}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTAINER = "META-INF/container.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def read_epub(data: bytes) -> tuple[Tag, ...]:
    """A tag a document. Raises ValueError for what is no EPUB."""
    try:
        with ZipFile(BytesIO(data)) as container:
            return tuple(_documents(container))
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as broken:
        raise ValueError(f"no EPUB: {broken}") from broken


def _documents(container: ZipFile) -> Iterator[Tag]:
    rootfile = etree.fromstring(container.read(_CONTAINER), _PARSER).find(".//{*}rootfile")
    path = rootfile.get("full-path", "") if rootfile is not None else ""
    package = etree.fromstring(container.read(path), _PARSER)
    items = {item.get("id"): item.get("href", "") for item in package.iter("{*}item")}
    for itemref in package.iter("{*}itemref"):
        name = normpath(join(dirname(path), unquote(items[itemref.get("idref")])))
        root = etree.fromstring(container.read(name), _PARSER)
        body = root.find("{*}body")
        if body is not None:
            yield _document(root, body, name)


def read_html(data: bytes) -> tuple[Tag, ...]:
    """A web page as one tag. Raises ValueError for what is none."""
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError as broken:
        raise ValueError(f"no web page: {broken}") from broken
    return (_document(root, root.find("body"), ""),)


def _document(root: etree._Element, body: etree._Element | None, name: str) -> Tag:
    inside = () if body is None else tuple(_children(body))
    return Tag(role="Document", id=name, language=_language(root), children=inside)


def _language(element: etree._Element) -> str:
    return element.get(_LANG, "") or element.get("lang", "")


def _children(parent: etree._Element) -> Iterator[Tag | str]:
    if parent.text:
        yield " ".join(("", *parent.text.split(), ""))[
            (not parent.text[0].isspace()) : None if parent.text[-1].isspace() else -1
        ]
    for child in parent:
        if isinstance(child.tag, str) and child.get("hidden") is None:
            yield _tag(child)
        if child.tail:
            yield child.tail


def _tag(element: etree._Element) -> Tag:
    name = element.tag.rpartition("}")[2]
    spoken = element.get("aria-label", "") if name == "a" else element.get("alt", "")
    kept = ("role", "scope", "colspan", "rowspan", "start")
    return Tag(
        role=_ROLES.get(name, "Span"),
        language=_language(element),
        alternative=spoken,
        expansion=element.get("title", "") if name == "abbr" else "",
        id=element.get("id", ""),
        attributes=tuple((key, element.get(key, "")) for key in kept if element.get(key)),
        children=tuple(_children(element)),
    )
