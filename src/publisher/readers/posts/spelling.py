"""Words of a post as our Markdown spells them, so that nothing in them is taken for a sign."""

import re

_SIGNS = re.compile(r"[\\`*\[\]{}<~^]|:(?=[a-z][a-z0-9_+-]*:)|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# Signs of other dialects, which ours tells of wherever they stand.
_FOREIGN = re.compile(r"=(?==)|(?<==)=|\$(?=\$)|(?<=\$)\$")
_NAME = re.compile(r"(?<![A-Za-z0-9])@(?=\w)")
_START = re.compile(r"(?:[#>+=-]|:(?=[ :])|(?:\d{1,9})(?=[.)](?:\s|$)))")
_CODE = re.compile(r"`+")


def spelled(words: str) -> str:
    """Running words: signs of Markdown are said to be themselves (CommonMark 0.31 §2.4, and ours)."""
    words = _SIGNS.sub(r"\\\g<0>", words)
    words = _ENTITY.sub("&amp;", words)
    words = _FOREIGN.sub(lambda sign: f"&#{ord(sign[0])};", words)
    return _NAME.sub(r"\\@", words)


def begun(line: str) -> str:
    """A line of Markdown that begins a block, whose first sign makes no list, heading or rule of it."""
    start = _START.match(line)
    if not start:
        return line
    if line[0].isdigit():
        return f"{start[0]}\\{line[start.end() :]}"
    return f"&#{ord(line[0])};{line[1:]}" if line[0] in ":=" else f"\\{line}"


def code(words: str) -> str:
    """Words in a code span, whatever backticks they hold."""
    fence = "`" * (1 + max(map(len, _CODE.findall(words)), default=0))
    edge = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{edge}{words}{edge}{fence}"
