"""book.yaml with a claim in it, and the reviews behind it, and otherwise as its author left it.

Comments, order, quotes and breaks of lines stay. The one place of this floor that makes sources instead of reading
them: the text is edited, not written anew from what was read; then it is read again, and what else would have changed
makes it refuse.
"""

import json
import re
from collections.abc import Sequence

from publisher.diagnostics import ManifestUnreadable
from publisher.model.manifest import Claim, Manifest, Place, Review
from publisher.readers import yaml
from publisher.readers.manifest import read_manifest
from publisher.readers.manifest_file import MANIFEST
from publisher.source import Span

_BREAK = re.compile(r"\r\n|\r|\n")
_BEHIND = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*\Z")  # blank lines and comments that follow


def signed(data: bytes, manifest: Manifest, claim: Claim, reviews: Sequence[Review] = ()) -> bytes | None:
    """``data``, which says ``manifest``, with ``claim`` and, behind its own, ``reviews``.

    None where it is written in a way that cannot be added to.
    """
    start = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = _edited(data.decode("utf-8-sig"), manifest, _claimed(claim))
    try:
        if reviews:
            text = _reviewed(text, read_manifest(text.encode()), tuple(map(_looked_at, reviews)))
        made = start + text.encode()
        before, after = _plain(yaml.tree(data, file=MANIFEST)), _plain(yaml.tree(made, file=MANIFEST))
    except ManifestUnreadable:
        return None
    return made if _unsigned(before) == _unsigned(after, reviews=len(reviews)) else None


def _claimed(claim: Claim) -> str:
    return f"claim: {_written(claim, ('standard', 'by', 'on', 'report', 'sources'))}"


def _looked_at(review: Review) -> str:
    return _written(review, ("rule", "at", "by", "on", "note"))


def _written(entry: Claim | Review, keys: Sequence[str]) -> str:
    """What an entry says, on one line. JSON's strings are YAML's (YAML 1.2.2 §1.2)."""
    said = ((key, value) for key in keys if (value := getattr(entry, key)))
    written = ((key, json.dumps(value, ensure_ascii=False) if isinstance(value, str) else value) for key, value in said)
    return f"{{{', '.join(f'{key}: {value}' for key, value in written)}}}"


def _edited(text: str, manifest: Manifest, written: str) -> str:
    if old := manifest.places.get("accessibility.claim"):
        inner = (place for path, place in manifest.places.items() if path.startswith("accessibility.claim."))
        return _replaced(text, old, tuple(inner), written)
    if "accessibility" not in manifest.places:
        return _appended(text, "accessibility", (written,))
    place = manifest.places["accessibility"]
    at = _index(text, place.value)
    if place.value == place.key:  # the key alone
        return text[: (at := at + len("accessibility:"))] + f"{_end_of_line(text)}  {written}" + text[at:]
    if text[at] == "{":
        empty = text[at + 1 :].lstrip().startswith("}")
        return f"{text[: at + 1]}{written}{'' if empty else ', '}{text[at + 1 :]}"
    return f"{text[:at]}{written}{_end_of_line(text)}{' ' * (place.value.column - 1)}{text[at:]}"


def _replaced(text: str, old: Place, inner: Sequence[Place], written: str) -> str:
    """The old claim's place, from its key to its last word, holds the new one."""
    start, end = _index(text, old.key), _index(text, old.end)
    if text[_index(text, old.value)] != "{":  # on lines of its own it ends with its last value, before comments
        end = max((_index(text, place.end) for place in inner), default=end)
    return text[:start] + written + text[end:]


def _reviewed(text: str, manifest: Manifest, written: Sequence[str]) -> str:
    """The items behind those that ``reviews:`` has, or below a key of that name at the end."""
    there = manifest.places.get("reviews")
    if there is None:
        return _appended(text, "reviews", [f"- {item}" for item in written])
    start, end = _index(text, there.value), _index(text, there.end)
    if text[start] == "[":
        before = _BEHIND.sub("", text[start + 1 : end - 1])
        gap = ", " if before and not before.endswith(",") else ""
        return f"{text[: end - 1]}{gap}{', '.join(written)}{text[end - 1 :]}"
    alone = there.value == there.key
    last = len("reviews:") if alone else len(_BEHIND.sub("", text[start:end]))
    line = _BREAK.search(text, start + last)
    at = line.start() if line else len(text)  # behind the comment on the line
    before_each = _end_of_line(text) + " " * (2 if alone else there.value.column - 1)
    return text[:at] + "".join(f"{before_each}- {item}" for item in written) + text[at:]


def _appended(text: str, key: str, below: Sequence[str]) -> str:
    """A new ``key`` at the end, after an empty line, with what stands ``below`` it."""
    end = _end_of_line(text)
    gap = "" if text.endswith(("\n", "\r")) else end
    return text + gap + "".join(f"{line}{end}" for line in ("", f"{key}:", *(f"  {each}" for each in below)))


def _end_of_line(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


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


def _unsigned(plain: object, *, reviews: int = 0) -> object:
    """What a manifest says without its claim, and without the last of its ``reviews``."""
    if not isinstance(plain, dict):
        return plain
    claimed, listed = plain.get("accessibility"), plain.get("reviews")
    others = {key: value for key, value in claimed.items() if key != "claim"} if isinstance(claimed, dict) else {}
    kept = listed[: len(listed) - reviews] if isinstance(listed, list) else []
    return {**plain, "accessibility": others, "reviews": kept}
