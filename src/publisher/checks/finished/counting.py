"""What stands in XHTML documents, as far as somebody may claim it of them."""

from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from publisher.checks.finished.file import Counted

_TYPE = "{http://www.idpf.org/2007/ops}type"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MATHS = "{http://www.w3.org/1998/Math/MathML}math"


def counted(documents: Sequence[etree._Element], *, read_aloud: int = 0) -> Counted:
    """The sums over ``documents``, of which ``read_aloud`` have a recorded voice."""
    every = [element for root in documents for element in root.iter("*")]
    pictures = [element for element in every if _name(element) == "img" and not _decorates(element)]
    navigation = {
        kind: sum(len(list(nav.iter("{*}a"))) for nav in every if _name(nav) == "nav" and kind in _kinds(nav))
        for kind in ("toc", "page-list", "doc-toc")
    }
    return Counted(
        pictures=len(pictures),
        unnamed=sum(not (picture.get("alt") or "").strip() for picture in pictures),
        page_marks=sum("pagebreak" in _kinds(element) or "doc-pagebreak" in _kinds(element) for element in every),
        page_list=navigation["page-list"],
        contents=navigation["toc"] + navigation["doc-toc"],
        in_order=all(map(_in_order, documents)),
        roles=sum("role" in element.attrib for element in every),
        formulas=sum(element.tag == _MATHS or _name(element) == "math" for element in every),
        descriptions=sum(map(_leads_to_words, every)),
        read_aloud=read_aloud,
    )


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _kinds(element: etree._Element) -> list[str]:
    return f"{element.get(_TYPE, '')} {element.get('epub:type', '')} {element.get('role', '')}".split()


def _decorates(picture: etree._Element) -> bool:
    """Whether a picture says of itself that it says nothing: an empty alternative counts, a missing one does not."""
    return picture.get("role") in ("presentation", "none") or picture.get("alt") == ""


def _leads_to_words(element: etree._Element) -> bool:
    """Whether an element is, holds or leads to a long description, in one of the ways in which books do it."""
    if "aria-details" in element.attrib or "aria-describedby" in element.attrib or _name(element) == "details":
        return True
    return _name(element) == "a" and "descri" in "".join(map(str, element.itertext())).casefold()


def _in_order(document: etree._Element) -> bool:
    levels = [_HEADINGS[name] for element in document.iter("*") if (name := _name(element)) in _HEADINGS]
    return all(after - before <= 1 for before, after in pairwise(levels))
