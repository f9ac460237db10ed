"""The door of every picture: its bytes come in, an Asset fit to be published comes out, or the reason why not.

What a picture is, its bytes say; its name must agree. Nothing is decoded that can be judged without decoding.
"""

import re
from pathlib import PurePosixPath

from publisher.model.assets import DRAWING, Asset
from publisher.readers.image_faults import SUPPLY, ImageFault, unreadable
from publisher.readers.raster import READERS, raster_type

MAX_BYTES = 200_000_000  # for paths.read: what the largest picture within MAX_PIXELS may reasonably weigh
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": DRAWING,
}
_NAMES = {"image/png": "a PNG", "image/jpeg": "a JPEG", "image/gif": "a GIF", "image/webp": "a WebP", DRAWING: "an SVG"}
# EPUB 3.3 §3.2 has five core media types for pictures. These are what people send instead.
_STRANGERS = (
    (rb"II\*\0|MM\0\*", "a TIFF"),
    (rb"BM", "a BMP"),
    (rb"....ftyp(?:heic|heix|hevc|heim|mif1|msf1)", "an HEIC"),
    (rb"....ftypavi[fs]", "an AVIF"),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "a JPEG XL"),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "a JPEG 2000"),
    (rb"\0\0[\x01\x02]\0", "an icon file"),
    (rb"8BPS", "a Photoshop file"),
    (rb"%PDF", "a PDF"),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "a PostScript file"),
    (rb"\x1f\x8b", "a compressed file"),
    (rb"PK\x03\x04", "a ZIP archive"),
    (rb"version https://git-lfs", "a pointer that Git LFS left in its place"),
    (rb"(?i:\s*<!doctype html|\s*<html)", "a web page"),
    (rb"\0*$", "empty"),
)
_DRAWING = re.compile(rb"\s*<(?:.*?<)?(?:[\w.-]+:)?svg[\s/>]", re.S)


def ending_of(data: bytes) -> str:
    """The ending of the name of a picture, by its bytes; empty for what is none that we publish."""
    found, _ = _seen(data)
    return next((ending for ending, kind in _TYPES.items() if kind == found), "")


def read_image(data: bytes, *, path: str) -> Asset | ImageFault:
    """The picture as it will be published, or the first and gravest reason why it cannot be.

    ``path`` is relative to the book's folder. The same bytes and path give the same Asset, and the Asset's own bytes
    give themselves, with nothing more to strip.
    """
    wanted = _TYPES.get(PurePosixPath(path).suffix.lower(), "")
    found, what = _seen(data)
    if not found or found != wanted:
        why = f"is no {_NAMES[wanted].split()[1]}: it is {what}" if wanted else f"is {what}, by its bytes"
        return unreadable(path, why, help="give it the ending of what it is" if found else SUPPLY)
    if found != DRAWING:
        return READERS[found](data, path=path)
    # lxml takes 40 ms to import; a book of photographs does without.
    from publisher.readers.svg import read_svg

    return read_svg(data, path=path)


def _seen(data: bytes) -> tuple[str, str]:
    """The media type that the bytes show, empty for one that cannot be published, and its name in words."""
    if found := raster_type(data):
        return found, _NAMES[found]
    for start, what in _STRANGERS:
        if re.match(start, data[:64], re.S):
            return "", what
    # A drawing may be written in UTF-16, and an old one begins with a page of declarations.
    if _DRAWING.match(data[:65536].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return DRAWING, _NAMES[DRAWING]
    return "", "of an unknown kind"
