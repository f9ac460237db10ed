"""Pictures inside a page: a drawing whole, a photograph as a small copy of itself."""

from contextlib import suppress
from io import BytesIO
from struct import error as StructError

from PIL import Image

from publisher.model.assets import Asset, data_address
from publisher.paper.images import in_eight_bits

_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, StructError)  # what Pillow raises for pictures
_LARGEST = (640, 640)  # pixels: sharp at the width of a column


def thumbnail(asset: Asset) -> str:
    """A ``data:`` address of the picture, or of a small copy of it. The same picture gives the same address.

    One that is damaged inside is shown whole: what a browser makes of it is what readers will see.
    """
    if not asset.is_drawing:
        with suppress(*_DAMAGE):
            return _small(asset)
    return asset.address


def _small(asset: Asset) -> str:
    with Image.open(BytesIO(asset.data)) as picture:
        if picture.width <= _LARGEST[0] and picture.height <= _LARGEST[1]:
            return asset.address
        picture.draft("RGB", _LARGEST)  # a large JPEG is not decoded whole
        plain = in_eight_bits(picture)
        small = plain.convert("RGBA" if plain.has_transparency_data else "RGB")
        small.thumbnail(_LARGEST)
    stream = BytesIO()
    small.save(stream, "PNG" if small.mode == "RGBA" else "JPEG", quality=80)
    return data_address("image/png" if small.mode == "RGBA" else "image/jpeg", stream.getvalue())
