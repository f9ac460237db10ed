"""Pictures for tests, made on the spot: whole ones, telling ones, hostile ones."""

import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

GPS = {1: "N", 2: (51.0, 30.0, 59.0), 3: "W", 4: (0.0, 7.0, 32.0)}


def exif(*, orientation: int = 1, telling: bool = True) -> bytes:
    """An Exif block as a telephone writes it."""
    block = Image.Exif()
    block[0x0112] = orientation
    if telling:
        block[0x013B] = "Planted Name"
        block.get_ifd(0x8769)[0xA431] = "SERIAL-4711"
        block.get_ifd(0x8769)[0x927C] = b"MakerNote-4711"
        block.get_ifd(0x8825).update(GPS)
    return block.tobytes()


@cache  # a profile names the second in which it was made
def profile() -> bytes:
    """A true sRGB profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture whose left upper corner differs from every other."""
    drawn = Image.linear_gradient("L").resize(size).convert(mode)
    drawn.paste(Image.new(mode, (size[0] // 2, size[1] // 2)), (0, 0))
    return drawn


def saved(drawn: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    drawn.save(out, kind, **how)
    return out.getvalue()


def jpeg(**how: object) -> bytes:
    return saved(picture(), "JPEG", **how)


def png(**how: object) -> bytes:
    return saved(picture("RGBA"), "PNG", **how)


def texts() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", "Planted Name")
    info.add_text("Comment", "/home/planted", zip=True)
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>Planted</x:xmpmeta>")
    return info


def animation(kind: str, **how: object) -> bytes:
    first, *others = [picture("RGB").rotate(turn) for turn in (0, 90, 180)]
    return saved(first, kind, save_all=True, append_images=others, duration=100, loop=0, **how)


def chunk(name: bytes, body: bytes) -> bytes:
    """A PNG chunk with a right checksum."""
    return struct.pack(">I", len(body)) + name + body + zlib.crc32(name + body).to_bytes(4)


def flat_png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A white 8-bit grey PNG; ``rows`` says how many rows are really there."""
    packed = zlib.compress((b"\0" + b"\xff" * width) * (height if rows is None else rows), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def decoded(data: bytes) -> Image.Image:
    """What a strict decoder makes of the file."""
    opened = Image.open(io.BytesIO(data))
    opened.load()
    return opened


def svg(inner: str = "", *, attributes: str = 'viewBox="0 0 90 60"', before: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{inner}</svg>".encode()
