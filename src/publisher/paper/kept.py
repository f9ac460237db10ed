"""A rendering as bytes that can be kept, and the key of all that it was made from: engine, faces and our own code too.

What is kept is JSON and a PDF and is only ever read as such: it lies in a folder that anybody may have filled.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256

from publisher.files import Cache
from publisher.model.pages import PageStart
from publisher.paper import fonts
from publisher.paper.engine import Rendering, render
from publisher.program import program


def render_once(
    html: str,
    *,
    stylesheet: str,
    resources: Mapping[str, bytes],
    name: str,
    cache: Cache | None,
    least: float = 0.0,
) -> Rendering:
    """``engine.render``, or what it made of the same before, found in ``cache`` by ``name``."""
    made_from = key(html, stylesheet=stylesheet, resources=resources, least=least) if cache else ""
    if cache and (kept := cache.found(name, made_from)):
        with suppress(ValueError, KeyError, TypeError):
            return unpacked(kept)
    made = render(html, stylesheet=stylesheet, resources=resources, least=least)
    if cache and not (made.lost or made.problems):
        cache.keep(name, made_from, packed(made))
    return made


def key(html: str, *, stylesheet: str, resources: Mapping[str, bytes], least: float = 0.0) -> str:
    """The same for the same input to the same engine."""
    given = sha256()
    made_with = program(fonts.faces()), html, stylesheet, f"{least:g}"
    for part in (*map(str.encode, made_with), *_named(resources)):
        given.update(b"%d\n" % len(part))
        given.update(part)
    return given.hexdigest()


def _named(resources: Mapping[str, bytes]) -> Iterator[bytes]:
    for name in sorted(resources):
        yield name.encode()
        yield resources[name]


def packed(rendering: Rendering) -> bytes:
    """A rendering of which nothing is lost, as bytes."""
    told: dict[str, object] = {"labels": rendering.labels, "starts": [asdict(start) for start in rendering.starts]}
    told["folios"] = dict(rendering.folios)
    return json.dumps(told).encode() + b"\n" + rendering.pdf


def unpacked(data: bytes) -> Rendering:
    """The rendering that was packed. Raises ValueError, KeyError or TypeError for what is none."""
    told, _, pdf = data.partition(b"\n")
    said = json.loads(told)
    starts = tuple(PageStart(**start) for start in said["starts"])
    return Rendering(pdf=pdf, labels=tuple(said["labels"]), starts=starts, folios=dict(said["folios"]))
