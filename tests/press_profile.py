"""An ICC profile of a press that there is not, made by arithmetic: ours to ship, and of no use to a printer."""

import struct
from collections.abc import Iterator
from itertools import product

_WHITE = (0.9642, 1.0, 0.8249)  # D50: ICC.1:2022 §7.2.16
_D50 = ((0.4360, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))  # sRGB to XYZ, adapted
_D50_BACK = ((3.1342, -1.6174, -0.4907), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4056))


def press_profile() -> bytes:
    """A small CMYK output profile: each ink takes away its own light, and black all of it but a sixth."""
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 12) + b"Test press\0\0" + bytes(79),
        b"cprt": b"text\0\0\0\0No rights reserved\0",
        b"wtpt": b"XYZ \0\0\0\0" + b"".join(_fixed(part) for part in _WHITE),
        b"A2B0": _table(4, 3, 5, (_encoded(_lab(_rgb(inks))) for inks in product(_steps(5), repeat=4))),
        b"B2A0": _table(3, 4, 17, (_inks(_back(_decoded(lab))) for lab in product(_steps(17), repeat=3))),
    }
    start, body, index = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        index += name + struct.pack(">II", start + len(body), len(data))
        body += data
    header = struct.pack(
        ">I4sI4s4s4s12s4s",
        start + len(body),
        b"\0" * 4,
        0x02400000,
        b"prtr",
        b"CMYK",
        b"Lab ",
        b"\7\xe6\0\1\0\1" + bytes(6),
        b"acsp",
    )
    header += bytes(28) + b"".join(_fixed(part) for part in _WHITE)
    return header + bytes(128 - len(header)) + struct.pack(">I", len(tags)) + index + body


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _steps(count: int) -> list[float]:
    return [step / (count - 1) for step in range(count)]


def _table(inputs: int, outputs: int, grid: int, cells: Iterator[tuple[float, ...]]) -> bytes:
    """A lut16Type (ICC.1:2022 §10.10) with straight curves."""
    straight = struct.pack(">HH", 0, 65535)
    head = b"mft2\0\0\0\0" + bytes((inputs, outputs, grid, 0)) + b"".join(map(_fixed, (1, 0, 0, 0, 1, 0, 0, 0, 1)))
    values = [min(65535, max(0, round(65535 * each))) for cell in cells for each in cell]
    return (
        head
        + struct.pack(">HH", 2, 2)
        + straight * inputs
        + struct.pack(f">{len(values)}H", *values)
        + straight * outputs
    )


def _rgb(inks: tuple[float, ...]) -> tuple[float, ...]:
    *colours, black = inks
    return tuple((1 - ink) * (1 - black * 5 / 6) for ink in colours)


def _inks(rgb: tuple[float, ...]) -> tuple[float, ...]:
    black = 1 - max(rgb)
    return (*(0.0 if black >= 1 else (1 - each - black) / (1 - black) for each in rgb), black)


def _lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    light = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in rgb]
    x, y, z = (sum(a * b for a, b in zip(row, light)) / white for row, white in zip(_D50, _WHITE))
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _back(lab: tuple[float, float, float]) -> tuple[float, ...]:
    lightness, a, b = lab
    y = (lightness + 16) / 116
    xyz = [part**3 if part**3 > 0.008856 else (part - 16 / 116) / 7.787 for part in (y + a / 500, y, y - b / 200)]
    xyz = [part * white for part, white in zip(xyz, _WHITE)]
    light = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, xyz)))) for row in _D50_BACK]
    return tuple(each * 12.92 if each <= 0.0031308 else 1.055 * each ** (1 / 2.4) - 0.055 for each in light)


def _encoded(lab: tuple[float, float, float]) -> tuple[float, ...]:
    """Lab in sixteen bits, as version 2 writes it: 0xff00 is 100."""
    lightness, a, b = lab
    return lightness / 100 * 65280 / 65535, (a + 128) / 255 * 65280 / 65535, (b + 128) / 255 * 65280 / 65535


def _decoded(parts: tuple[float, ...]) -> tuple[float, float, float]:
    lightness, a, b = (part * 65535 / 65280 for part in parts)
    return min(100.0, lightness * 100), a * 255 - 128, b * 255 - 128
