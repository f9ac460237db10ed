"""A picture inside the report, whatever is in its file."""

from base64 import b64decode
from io import BytesIO

from PIL import Image

from publisher.model.assets import Asset
from publisher.reports.thumbnails import thumbnail


def shown(data: bytes, media_type: str) -> bytes:
    asset = Asset(path="a", media_type=media_type, data=data, width=900, height=700)
    return b64decode(thumbnail(asset).partition(",")[2])


def saved(picture: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def test_a_large_picture_is_a_small_one() -> None:
    assert Image.open(BytesIO(shown(saved(Image.new("RGB", (900, 700)), "JPEG"), "image/jpeg"))).size == (640, 498)


def test_a_damaged_picture_is_shown_as_it_is() -> None:
    damaged = saved(Image.new("L", (900, 700)), "PNG")[33:]
    assert shown(damaged, "image/png") == damaged


def test_grey_of_sixteen_bits_is_not_white() -> None:
    deep = saved(Image.new("I;16", (900, 700), 0x8080), "PNG")
    assert Image.open(BytesIO(shown(deep, "image/png"))).getpixel((9, 9)) == (128, 128, 128)
