"""Pictures made of pixels: told apart by their bytes, checked and cleaned without being decoded.

A picture is whole when its own structure says so: JPEG by its end mark, PNG by its checksums and the count of its
unpacked bytes, GIF by its trailer, WebP by its sizes. Decoding 60 photographs would take half a minute instead.
"""

from collections.abc import Callable, Mapping

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault
from publisher.readers.raster import gif, jpeg, png, webp

READERS: Mapping[str, Callable[..., Asset | ImageFault]] = {
    "image/gif": gif.read_gif,
    "image/jpeg": jpeg.read_jpeg,
    "image/png": png.read_png,
    "image/webp": webp.read_webp,
}
_FRAMES = {"image/gif": gif.frames, "image/png": png.frames, "image/webp": webp.frames}


def raster_type(data: bytes) -> str:
    """The media type that the first bytes of a picture show, or an empty string."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    starts = {b"\xff\xd8\xff": "image/jpeg", png.SIGNATURE: "image/png", b"GIF87a": "image/gif", b"GIF89a": "image/gif"}
    return next((kind for start, kind in starts.items() if data.startswith(start)), "")


def is_animated(asset: Asset) -> bool:
    """Whether more than one picture plays: WCAG 2.2.2, 2.3.1."""
    count = _FRAMES.get(asset.media_type)
    return count is not None and count(asset.data) > 1
