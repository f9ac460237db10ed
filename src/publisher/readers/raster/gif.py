"""GIF (GIF89a): walked block by block; comments and the marks of programs go, the loop of an animation stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault, cut_short, unfit

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_NAMES = {0xFE: "comment", 0x01: "plain text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """``label`` tells extensions apart and is 0 for all else; ``name`` is an application's own."""

    kind: int
    data: bytes
    label: int = 0
    name: bytes = b""

    @property
    def area(self) -> int:
        return int.from_bytes(self.data[5:7], "little") * int.from_bytes(self.data[7:9], "little")


def read_gif(data: bytes, *, path: str) -> Asset | ImageFault:
    """The picture, still or moving, without what programs wrote into it."""
    head, blocks = data[: _after_table(data, 10, 13)], tuple(_blocks(data))
    images = [block for block in blocks if block.kind == _IMAGE]
    if not images or blocks[-1].kind != _TRAILER:
        return cut_short(path, "GIF")
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    area = max(width * height, sum(image.area for image in images))
    if fault := unfit(path, width=width, height=height, unpacked=area, packed=sum(len(image.data) for image in images)):
        return fault
    kept = tuple(block for block in blocks if _is_kept(block))
    lost = dict.fromkeys(_name(block) for block in blocks if not _is_kept(block))
    if data[len(head) + sum(len(block.data) for block in blocks) :].strip(b"\0\r\n"):
        lost["trailing data"] = None
    clean = head + b"".join(block.data for block in kept)
    return Asset(path=path, media_type="image/gif", data=clean, width=width, height=height, stripped=tuple(lost))


def frames(data: bytes) -> int:
    """How many pictures play after one another."""
    return sum(block.kind == _IMAGE for block in _blocks(data))


def _blocks(data: bytes) -> Iterator[_Block]:
    """Each block in turn, the trailer last; fewer, and no trailer, where the file is cut short."""
    place = _after_table(data, 10, 13)
    while place < len(data):
        kind, label = data[place], 0
        match kind:
            case 0x3B:
                yield _Block(kind=kind, data=b";")
                return
            case 0x2C:
                end = _after_subblocks(data, _after_table(data, place + 9, place + 10) + 1)
            case 0x21:
                label = data[place + 1] if place + 1 < len(data) else 0
                end = _after_subblocks(data, place + 2)
            case _:
                return
        if end > len(data):
            return
        yield _Block(kind=kind, data=data[place:end], label=label, name=data[place + 3 : place + 14])
        place = end


def _after_table(data: bytes, flags: int, start: int) -> int:
    """Where the colour table ends that the flags announce (GIF89a §18, §20), or ``start`` without one."""
    packed = data[flags] if flags < len(data) else 0
    return start + (3 << (packed & 7) + 1 if packed & 0x80 else 0)


def _after_subblocks(data: bytes, place: int) -> int:
    """Where a chain of sub-blocks ends (GIF89a §15), or a place behind the file where it never does."""
    while place < len(data):
        size = data[place]
        place += 1 + size
        if not size:
            return place
    return len(data) + 1


def _is_kept(block: _Block) -> bool:
    if block.kind != _EXTENSION or block.label == _CONTROL:
        return True
    return block.label == _APPLICATION and block.name in _LOOPS


def _name(block: _Block) -> str:
    if block.label == _APPLICATION:
        return "XMP" if block.name == b"XMP DataXMP" else f"{block.name.decode('latin-1').strip()} data"
    return _NAMES.get(block.label, "extension")
