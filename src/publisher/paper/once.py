"""A sheet of paper has room for each address once."""

from publisher.xhtml.element import Element


def with_addresses_once(root: Element) -> Element:
    """``root`` with no address behind a link that is printed before it, or in the lists and the foot after it."""
    printed = {link.get("href") for link in root.iter("a") if _shows_address(link)}
    for behind in [made for made in root.iter("span") if made.get("class") == "on-paper"]:
        link, parent = behind.getprevious(), behind.getparent()
        if link is None or parent is None or link.tag != "a":
            continue
        if link.get("href") in printed:
            link.tail = (link.tail or "") + (behind.tail or "")
            parent.remove(behind)
        printed.add(link.get("href"))
    return root


def _shows_address(link: Element) -> bool:
    """Whether the words of a link are, or end with, its address."""
    return link.get("class") == "address" or "".join(map(str, link.itertext())) == link.get("href", "").removeprefix(
        "mailto:"
    )
