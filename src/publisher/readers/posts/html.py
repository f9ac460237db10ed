"""A web page in, a post out: its text without the site around it."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from lxml import etree
from lxml import html as lxml_html

from publisher.readers.posts.post import Element, Post
from publisher.readers.text import decoded, fit

# What surrounds a text, or is none.
_DROPPED = frozenset(
    """
    button canvas embed fieldset footer form iframe input label link meta nav noscript object script select style
    template textarea video audio svg
    """.split()
)
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
# What a site calls the rows of links and buttons that it puts into its posts; longer passages are kept in any case.
_ROWS = frozenset("breadcrumb breadcrumbs cookie cookies newsletter related share sharedaddy sharing social".split())
_ROW = 40  # words
_PLAYED = ("iframe", "embed", "object", "video", "audio")
_SILENT = frozenset({"script", "style", "noscript", "template", "link", "meta"})
_DECLARED = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
# Encodings that say what they are in ASCII; Latin 1 is read as Windows' (WHATWG Encoding §4.2).
_ENCODINGS = re.compile(r"(?:windows|cp|iso-8859|koi8|gb|euc)-?\w{1,5}|big5|shift_jis", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "latin1", "us-ascii", "ascii"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATES = ("article:published_time", "datePublished", "date", "dcterms.date", "dc.date")
_LATER = ("data-src", "data-lazy-src", "data-original")
_LARGEST = 50_000_000  # bytes of one picture
_DEEPEST = 200  # elements in one another: no page that a person wrote has so many


def read_html(data: bytes, folder: Path | None = None) -> Post:
    """The post of a page; pictures that lie in ``folder``, or below it, come along. Raises ValueError."""
    page = _page(_characters(data))
    said = _said(page)
    base = said.get("og:url") or next((link.get("href", "") for link in page.iterfind(".//link[@rel='canonical']")), "")
    headings = [_text(heading) for heading in page.iter("h1")]
    title = headings[0] if len(headings) == 1 else said.get("og:title") or _text(page.find(".//title"))
    date = next((said[name] for name in _DATES if said.get(name)), "") or next(
        (time.get("datetime", "") for time in page.iter("time")), ""
    )
    body = _main(page)
    left_out = (*_around(body), *_strip(body))
    _whole_addresses(body, base)
    return Post(
        body=body,
        title=title or next(iter(headings), ""),
        language=page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        date=found[0] if (found := _DATE.match(date)) else "",
        authors=tuple(filter(None, (said.get("author", ""),))),
        description=said.get("description") or said.get("og:description") or "",
        pictures=dict(_pictures(body, folder)),
        guesses=left_out,
    )


def _characters(data: bytes) -> str:
    """The page's text in the encoding that it declares; else as what such files mostly are."""
    declared = _DECLARED.search(data[:2048])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    encoding = "cp1252" if name in _LATIN else name
    if _ENCODINGS.fullmatch(encoding):
        with suppress(LookupError, UnicodeError):
            return data.decode(encoding)
    return decoded(data, file="")[0]


def _page(text: str) -> Element:
    """The tree of a page, of characters that are text. Raises ValueError where no page could be so deep or so long."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    with suppress(etree.ParserError):  # nothing in it
        text = fit(text).replace("\f", " ")
        page = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        if any(fault.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for fault in parser.error_log) or _is_deep(page):
            raise ValueError(f"more than {_DEEPEST} of its elements stand in one another")
        for element in page.iter(etree.Element):  # &#1; is a character too
            element.text, element.tail = fit(element.text or ""), fit(element.tail or "")
            for name, value in element.attrib.items():
                element.set(name, fit(str(value)))
        return page
    return lxml_html.document_fromstring("<p></p>")


def _is_deep(page: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _said(page: Element) -> Mapping[str, str]:
    """What the page's ``meta`` elements say, by name."""
    names = ("name", "property", "itemprop")
    named = ((next(filter(None, map(meta.get, names)), ""), meta) for meta in page.iter("meta"))
    return {name: " ".join(meta.get("content", "").split()) for name, meta in named if name}


def _text(element: Element | None) -> str:
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _main(page: Element) -> Element:
    """The part of a page that is its text: the one article, or the main part, or all of it."""
    for tag in ("article", "main"):
        found = [part for part in page.iter(tag) if not any(True for _ in part.iterancestors(tag))]
        if len(found) == 1:
            return found[0]
    body = page.find("body")
    return body if body is not None else page


def _around(body: Element) -> Iterator[str]:
    """What had words on the page and stands before or behind its text, named."""
    for above in (body, *body.iterancestors()):
        for part in (*above.itersiblings("*", preceding=True), *above.itersiblings("*")):
            if part.tag != "head":
                yield from _named(part)


def _strip(body: Element) -> Iterator[str]:
    """``body`` without what is no text of it; what had words is named."""
    for part in list(body.iter(etree.Element)):
        aside = part.tag in _DROPPED or part.get("role") in _ROLES or _is_hidden(part) or _is_row(part)
        if not aside or part is body or not _stands_in(part, body):
            continue
        yield from _named(part)
        part.drop_tree()  # type: ignore[attr-defined]


def _is_hidden(part: Element) -> bool:
    return part.get("hidden") is not None or "display:none" in part.get("style", "").replace(" ", "")


def _is_row(part: Element) -> bool:
    """Whether ``part`` is called like a row of a site's links, and is one."""
    names = set(re.split(r"[\s_-]+", f"{part.get('class', '')} {part.get('id', '')}".lower()))
    is_row = not names.isdisjoint(_ROWS) and any(True for _ in part.iter("a", "button"))
    return is_row and len(list(_words(part))) < _ROW


def _named(part: Element) -> Iterator[str]:
    """What is left out, in a line, where there are words in it or a film or sound behind it."""
    if part.tag in _SILENT:
        return
    if said := " ".join(filter(None, (part.get("title", ""), *_words(part), _played(part)))):
        yield f"left out: '{said[:120]}{'…' if said[120:] else ''}'"


def _words(part: Element) -> Iterator[str]:
    """Each word in ``part``; what stands in neighbouring elements is apart."""
    for each in part.iter(etree.Element):
        if each.tag not in _SILENT:
            yield from (each.text or "").split()
        if each is not part:
            yield from (each.tail or "").split()


def _played(part: Element) -> str:
    """The address of a film or a sound."""
    if part.tag not in _PLAYED:
        return ""
    return next(filter(None, (each.get("src") or each.get("data") for each in part.iter(*_PLAYED, "source"))), "")


def _stands_in(part: Element, body: Element) -> bool:
    return any(above is body for above in part.iterancestors())


def _whole_addresses(body: Element, base: str) -> None:
    """Links that lead from the page's own address lead from everywhere."""
    for link in body.iter("a"):
        target = link.get("href", "").strip()
        if base and target and not target.startswith("#"):
            with suppress(ValueError):  # what is no address stays what it is
                link.set("href", urljoin(base, target))


def _pictures(body: Element, folder: Path | None) -> Iterator[tuple[str, bytes]]:
    for picture in body.iter("img"):
        address = picture.get("src", "")
        later = next(filter(None, map(picture.get, _LATER)), "")
        if later and (not address or address.startswith("data:")):  # a stand-in until a script fetches the picture
            address = later
            picture.set("src", later)
        if address.startswith("data:image/"):
            yield address, _inline(address)
        elif folder:
            with suppress(OSError, ValueError, RuntimeError):  # no address, no name of a file, links in a ring
                yield address, _beside(folder, address)


def _inline(address: str) -> bytes:
    head, _, data = address.partition(",")
    with suppress(ValueError):
        return b64decode(unquote_to_bytes(data)) if head.endswith(";base64") else unquote_to_bytes(data)
    return b""


def _beside(folder: Path, address: str) -> bytes:
    """The file that a relative address names, where it lies in ``folder`` or below it; empty where it does not."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return b""
    path = (folder / unquote(parts.path)).resolve()
    inside = path.is_relative_to(folder.resolve()) and path.is_file() and path.stat().st_size <= _LARGEST
    return path.read_bytes() if inside else b""
