"""Notes of a post, in whatever way they were made: a link leads to a note, and a link in the note leads back."""

from collections.abc import Mapping, Set

from lxml import etree

from publisher.readers.posts.post import Element

_HOLDERS = frozenset({"li", "p", "div", "aside", "section", "dd", "td"})
_LISTS = frozenset({"ol", "ul", "dl", "div", "section", "aside", "footer"})
_TITLES = frozenset({"notes", "footnotes", "endnotes"})
_NEAR = 3  # elements around a link that may carry its id


def taken_out(body: Element) -> Mapping[str, Element]:
    """The notes by the address that leads to each, no longer part of ``body`` and without their ways back."""
    ids = {name: made for made in body.iter(etree.Element) for name in (made.get("id"), made.get("name")) if name}
    links = [link for link in body.iter("a") if link.get("href", "").startswith("#")]
    found: dict[str, Element] = {}
    holders: set[Element] = set()
    for link in links:
        address = link.get("href", "")
        if _stands_in(link, holders):
            continue  # a way back from a note; it may be a mark of another
        holder = _holder(ids.get(address[1:]))
        if holder is not None and holder not in link.iterancestors() and _leads_back(holder, link):
            found.setdefault(address, holder)
            holders.add(holder)
    for link in links:
        if _stands_in(link, holders) and link.get("href") not in found:
            link.drop_tree()  # type: ignore[attr-defined]
    for holder in dict.fromkeys(found.values()):
        _remove(holder)
    return found


def _stands_in(link: Element, holders: Set[Element]) -> bool:
    return not holders.isdisjoint(link.iterancestors())


def _holder(target: Element | None) -> Element | None:
    if target is None or target.tag in _HOLDERS:
        return target
    return next((above for above in target.iterancestors() if above.tag in _HOLDERS), None)


def _leads_back(holder: Element, link: Element) -> bool:
    around = [link, *list(link.iterancestors())[:_NEAR], *link.iter(etree.Element)]
    names = {f"#{name}" for made in around for name in (made.get("id"), made.get("name")) if name}
    return any(back.get("href") in names for back in holder.iter("a"))


def _remove(holder: Element) -> None:
    """``holder`` is gone, and so is the list that it leaves empty, with the rule and the title above."""
    parent = holder.getparent()
    if parent is None:
        return
    parent.remove(holder)
    if parent.tag not in _LISTS or "".join(map(str, parent.itertext())).strip() or parent.find(".//img") is not None:
        return
    before = parent.getprevious()
    if before is not None and (before.tag == "hr" or "".join(map(str, before.itertext())).strip().lower() in _TITLES):
        before.drop_tree()  # type: ignore[attr-defined]
    _remove(parent)
