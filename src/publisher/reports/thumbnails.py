"""Pictures inside a page: a drawing whole, a photograph as a small copy of itself."""

from base64 import b64encode
from io import BytesIO

from PIL import Image

from publisher.model.assets import Asset

_LARGEST = (640, 640)  # pixels: sharp at the width of a column


def thumbnail(asset: Asset) -> str:
    """A ``data:`` address of the picture, or of a small copy of it. The same picture gives the same address."""
    if asset.media_type == "image/svg+xml":
        return _address(asset.media_type, asset.data)
    with Image.open(BytesIO(asset.data)) as picture:
        if picture.width <= _LARGEST[0] and picture.height <= _LARGEST[1]:
            return _address(asset.media_type, asset.data)
        picture.draft("RGB", _LARGEST)  # a large JPEG is not decoded whole
        small = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        small.thumbnail(_LARGEST)
    stream = BytesIO()
    small.save(stream, "PNG" if small.mode == "RGBA" else "JPEG", quality=80)
    return _address("image/png" if small.mode == "RGBA" else "image/jpeg", stream.getvalue())


def _address(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{b64encode(data).decode()}"
