"""Colour profiles: is one really there (ICC.1:2022 §7.2)?"""

GREY, COLOUR, PRESS = b"GRAY", b"RGB ", b"CMYK"
OUTPUT = b"prtr"  # the class of profiles of printers and presses


def is_profile(data: bytes, space: bytes) -> bool:
    """Whether these bytes are a profile for pictures of the colour space ``space``, complete by its own count."""
    return data[36:40] == b"acsp" and data[16:20] == space and 132 <= int.from_bytes(data[:4]) <= len(data)
