"""book.yaml with a claim in it, and otherwise as its author left it: comments, order, quotes and breaks of lines.

The one place of this floor that makes sources instead of reading them. The text is edited, not written anew from what
was read; then it is read again, and what else would have changed makes it refuse.
"""

import json
import re

from publisher.diagnostics import ManifestUnreadable
from publisher.model.manifest import Claim, Manifest, Place
from publisher.readers import yaml
from publisher.source import Span

_BREAK = re.compile(r"\r\n|\r|\n")
_BEHIND = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*\Z")  # blank lines and comments that follow


def signed(data: bytes, manifest: Manifest, claim: Claim) -> bytes | None:
    """``data``, which says ``manifest``, with ``claim``; None where it is written in a way that cannot be added to."""
    text = data.decode("utf-8-sig")
    edited = _edited(text, manifest, _written(claim))
    start = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    made = start + edited.encode()
    try:
        before, after = _plain(yaml.tree(data, file="book.yaml")), _plain(yaml.tree(made, file="book.yaml"))
    except ManifestUnreadable:
        return None
    return made if _unclaimed(before) == _unclaimed(after) else None


def _written(claim: Claim) -> str:
    """The claim on one line. JSON's strings are YAML's (YAML 1.2.2 §1.2)."""
    texts = {
        "standard": claim.standard,
        "by": claim.by,
        "on": claim.on,
        "report": claim.report,
        "sources": claim.sources,
    }
    values = (
        f"{key}: {value if key == 'on' else json.dumps(value, ensure_ascii=False)}"
        for key, value in texts.items()
        if value
    )
    return f"claim: {{{', '.join(values)}}}"


def _edited(text: str, manifest: Manifest, written: str) -> str:
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    if old := manifest.places.get("accessibility.claim"):
        return _replaced(text, old, written)
    if "accessibility" not in manifest.places:
        gap = "" if text.endswith(("\n", "\r")) else end_of_line
        return f"{text}{gap}{end_of_line}accessibility:{end_of_line}  {written}{end_of_line}"
    place = manifest.places["accessibility"]
    at = _index(text, place.value)
    if place.value == place.key:  # the key alone
        return text[: (at := at + len("accessibility:"))] + f"{end_of_line}  {written}" + text[at:]
    if text[at] == "{":
        empty = text[at + 1 :].lstrip().startswith("}")
        return f"{text[: at + 1]}{written}{'' if empty else ', '}{text[at + 1 :]}"
    return f"{text[:at]}{written}{end_of_line}{' ' * (place.value.column - 1)}{text[at:]}"


def _replaced(text: str, old: Place, written: str) -> str:
    """The old claim's place, from its key to its last word, holds the new one."""
    start, end = _index(text, old.key), _index(text, old.end)
    behind = _BEHIND.search(text, start, end)
    return text[:start] + written + text[behind.start() if behind else end :]


def _index(text: str, span: Span) -> int:
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    return starts[span.line - 1] + span.column - 1


def _plain(node: yaml.Node) -> object:
    """What a tree says, without its places."""
    match node:
        case yaml.Mapping(entries=entries):
            return {key.text: _plain(value) for key, value in entries}
        case yaml.Sequence(items=items):
            return [_plain(item) for item in items]
        case yaml.Scalar(text=text, plain=plain):
            return text, plain


def _unclaimed(plain: object) -> object:
    if not isinstance(plain, dict):
        return plain
    left = plain.get("accessibility")
    others = {key: value for key, value in left.items() if key != "claim"} if isinstance(left, dict) else {}
    return {**plain, "accessibility": others}
