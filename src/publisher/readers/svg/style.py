"""CSS inside a drawing: what it would fetch or run, and the same rules without comments."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault, active, oversize, remote
from publisher.readers.svg.addresses import Reach, address_fault, embedded, reach

MAX_NESTING = 50
_WITHIN = re.compile(r"url\(\s*(['\"]?)#[^'\"()\\\s]+\1\s*\)")
_SIGNS = re.compile(r"[\\(@*:]")  # without one of these nothing is done; most attributes are lists of numbers
_SUSPECT = re.compile(r"\\|/\*|@|url|src\(|image\(|image-set\(|expression|binding|behavior|script:", re.I)
_BROKEN = re.compile(r"url\(\s*(\S+)", re.I)  # CSS Syntax 3 §4.3.14: an address that no browser reads
_FETCHING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
_RUNNING = frozenset({"-moz-binding", "behavior", "javascript", "vbscript"})  # XBL and HTC ran programs from styles


def style_faults(css: str, path: str) -> Iterator[ImageFault]:
    """What a style sheet, a style attribute or a presentation attribute fetches or runs."""
    return (fault for _, fault in placed_faults(css, path))


def placed_faults(css: str, path: str) -> Iterator[tuple[Any, ImageFault]]:
    """The same, each with the token that begins it, which knows its ``source_line`` and ``source_column``."""
    if _is_plain(css):
        return
    nodes = tuple(_flat(_parsed(css)))
    for place, (node, depth) in enumerate(nodes):
        if depth > MAX_NESTING:
            yield node, oversize(path, f"its style nests more than {MAX_NESTING} deep")
            return
        if node.type == "at-keyword" and node.lower_value in ("import", "namespace"):
            following = (token for token, _ in nodes[place + 1 : place + 4] if token.type in ("string", "url"))
            address = next(following, None)
            yield address or node, remote(path, address.value if address else "@import")
        elif node.type == "ident" and node.lower_value in _RUNNING:
            yield node, active(path, f"the style '{node.value}'")
        elif node.type == "function" and node.lower_name == "expression":
            yield node, active(path, "the style 'expression()'")
        elif node.type == "error" and node.kind == "bad-url":
            broken = _BROKEN.search(css)
            yield node, (broken and address_fault(broken[1], path, picture=False)) or remote(path, "url(…")
        for token in _addresses(node):
            if fault := address_fault(token.value, path, picture=True):
                yield token, fault


def restyled(css: str, path: str) -> str:
    """The same style without comments, its embedded pictures cleaned. It holds no fault."""
    if _is_plain(css):
        return css
    import tinycss2  # type: ignore[import-untyped]

    nodes = _parsed(css)
    for node, _ in _flat(nodes):
        for token in _addresses(node):
            asset = embedded(token.value, path) if reach(token.value) is Reach.EMBEDDED else None
            if isinstance(asset, Asset):
                token.value = asset.address
                token.representation = f"url({token.value})" if token.type == "url" else f'"{token.value}"'
    return str(tinycss2.serialize(nodes))


def _is_plain(css: str) -> bool:
    """Whether the style holds nothing but words, numbers and marks of places in the drawing."""
    return not _SIGNS.search(css) or not _SUSPECT.search(_WITHIN.sub(" ", css))


def _parsed(css: str) -> Sequence[Any]:
    import tinycss2  # 20 ms, and few drawings have a style that must be looked into

    return list(tinycss2.parse_component_value_list(css, skip_comments=True))


def _flat(nodes: Sequence[Any]) -> Iterator[tuple[Any, int]]:
    """Every node with its depth, in the order of writing."""
    waiting = [(node, 1) for node in reversed(nodes)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        inner = getattr(node, "content", None) or getattr(node, "arguments", None) or ()
        waiting.extend((child, depth + 1) for child in reversed(inner))


def _addresses(node: Any) -> tuple[Any, ...]:
    """The tokens of a node whose value is an address."""
    if node.type == "url":
        return (node,)
    if node.type == "function" and node.lower_name in _FETCHING:
        return tuple(argument for argument in node.arguments if argument.type == "string")
    return ()
