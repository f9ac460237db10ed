"""Addresses inside a drawing: what each would make a reading system do, and the pictures that stand in them whole."""

import base64
import binascii
import re
from enum import Enum

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault, active, remote, unreadable
from publisher.readers.raster import READERS, raster_type

# A browser ignores spaces and control characters inside an address (URL Standard §4.4), so we do too.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_EMBEDDED = re.compile(r"data:([^,]*);base64,(.*)", re.I | re.S)


class Reach(Enum):
    """How far an address reaches."""

    WITHIN = "within the drawing"
    EMBEDDED = "data that stands in the address"
    RUNS = "a program"
    OUTSIDE = "outside the file"


def reach(address: str) -> Reach:
    """What a reading system would do with ``address``."""
    plain = _IGNORED.sub("", address).lower()
    if plain.startswith(("javascript:", "vbscript:", "livescript:", "data:text/html", "data:application/x")):
        return Reach.RUNS
    if plain.startswith("data:"):
        return Reach.EMBEDDED
    return Reach.WITHIN if not plain or plain.startswith("#") else Reach.OUTSIDE


def address_fault(address: str, path: str, *, picture: bool) -> ImageFault | None:
    """What is wrong with an address; ``picture`` where one may stand that is embedded."""
    match reach(address):
        case Reach.WITHIN:
            return None
        case Reach.RUNS:
            return active(path, f"the address '{_IGNORED.sub('', address)[:40]}'")
        case Reach.OUTSIDE:
            return remote(path, address.strip())
        case Reach.EMBEDDED:
            found = embedded(address, path)
            if isinstance(found, ImageFault):
                return found
            return None if picture else unreadable(path, "draws an embedded picture where only shapes can stand")


def embedded(address: str, path: str) -> Asset | ImageFault:
    """The cleaned picture that stands in a ``data:`` address; only PNG, JPEG, WebP and GIF may stand there."""
    found = _EMBEDDED.fullmatch(_IGNORED.sub("", address))
    try:
        data = base64.b64decode(found[2], validate=True) if found else b""
    except binascii.Error:
        data = b""
    kind = raster_type(data)
    if not kind:
        what = address.strip()[5:60].partition(",")[0].partition(";")[0] or "data"
        return unreadable(path, f"embeds {what}", help="embed only PNG or JPEG; turn words in a font into paths")
    return READERS[kind](data, path=path)
