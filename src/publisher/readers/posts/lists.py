"""Lists as most programs take them, spelled as Python-Markdown does: an empty line above, four spaces a level."""

import re
from collections.abc import Iterator

_ITEM = re.compile(r"(?P<lead> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +)(?=\S)")
_FENCE = re.compile(r" *(?:```|~~~)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")


def indented_by_four(text: str) -> str:
    """``text`` with the lists of CommonMark 0.31 §5.2: a list may begin below a paragraph, a number only with 1."""
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    inside: list[int] = []  # where the words of each list begin that is open
    above, fenced = "", False
    for line in lines:
        line = line if fenced else line.expandtabs(4)
        lead = len(line) - len(line.lstrip(" "))
        is_fence = bool(_FENCE.match(line))
        found = None if fenced or is_fence or _RULE.match(line) else _ITEM.match(line)
        if found and _opens(found, above, inside):
            if not inside and above.strip():
                yield ""
            inside = [column for column in inside if column <= lead]
            mark = found["mark"].replace(")", ".") + " "
            yield f"{' ' * 4 * len(inside)}{mark:<4}{line[found.end() :]}"
            inside.append(found.end() if len(found["gap"]) < 5 else found.end("mark") + 1)
        elif inside and line.strip() and (lead or not above.strip()) and not fenced:
            inside = [column for column in inside if column <= lead]
            yield f"{' ' * 4 * len(inside)}{line[inside[-1] if inside else 0 :]}"
        elif inside and fenced:
            yield f"{' ' * 4 * len(inside)}{line[min(lead, inside[-1]) :]}"
        else:
            yield line
        fenced ^= is_fence
        above = line


def _opens(found: re.Match[str], above: str, inside: list[int]) -> bool:
    """Whether an item stands here: within a list, or where a list may begin."""
    if inside:
        return True
    begins = found["mark"] in "-*+" or int(found["mark"][:-1]) == 1 or not above.strip()
    return begins and len(found["lead"]) < 4 and not above.lstrip().startswith((">", "|"))
