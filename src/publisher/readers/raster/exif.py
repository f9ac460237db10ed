"""What an Exif block holds: which way up the picture is, and what it would give away (Exif 2.32, TIFF 6.0)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

_ORIENTATION, _EXIF, _GPS, _THUMBNAIL = 0x0112, 0x8769, 0x8825, 0x0201
_TELLING = {
    _GPS: "GPS position",
    _THUMBNAIL: "thumbnail",
    0x013B: "author's name",
    0xA430: "author's name",
    0xA431: "serial number",
    0xA435: "serial number",
    0x927C: "maker note",
}
_MOST_ENTRIES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Exif:
    """``orientation`` is 1 to 8, 1 for upright (TIFF tag 274); ``holds`` names what the block tells of people."""

    orientation: int = 1
    holds: tuple[str, ...] = ("EXIF",)


def read_exif(data: bytes) -> Exif:
    """What stands in a TIFF block; of a broken one no more than that it is there."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        return Exif()
    try:
        first, after = _directory(data, order, struct.unpack_from(f"{order}I", data, 4)[0])
        inner = _directory(data, order, first[_EXIF])[0] if _EXIF in first else {}
        second = _directory(data, order, after)[0] if after else {}
    except struct.error:
        return Exif()
    tags = {**second, **inner, **first}
    holds = dict.fromkeys(["EXIF", *(name for tag, name in _TELLING.items() if tag in tags)])
    turn = first.get(_ORIENTATION, 1)
    return Exif(orientation=turn if 1 <= turn <= 8 else 1, holds=tuple(holds))


def _directory(data: bytes, order: str, start: int) -> tuple[Mapping[int, int], int]:
    """The first value of each entry of an image file directory, and where the next directory stands."""
    count = min(struct.unpack_from(f"{order}H", data, start)[0], _MOST_ENTRIES)
    entries: dict[int, int] = {}
    for place in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from(f"{order}HH", data, place)
        short = kind == 3  # TIFF 6.0 §2: a SHORT stands in the first two bytes of its field
        entries[tag] = struct.unpack_from(f"{order}{'H' if short else 'I'}", data, place + 8)[0]
    return entries, struct.unpack_from(f"{order}I", data, start + 2 + 12 * count)[0]
