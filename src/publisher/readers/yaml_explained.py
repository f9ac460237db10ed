"""What the YAML parser complains of, in words that an author can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A parser's words and ours; ``opening`` where the author's mistake is where the construct starts."""

    problem: str
    why: str
    help: str
    opening: bool = False


_EXPLANATIONS = (
    Explanation(problem="'\\t'", why="a tab stands where spaces are wanted", help="Indent with spaces"),
    Explanation(
        problem="mapping values are not allowed",
        why="a colon stands where no key can be",
        help="Put a text that holds a colon in quotes, a colon behind every key (the line above too), and indent alike",
    ),
    Explanation(
        problem="expected ':'", why="a colon is missing after this key", help="Write `key: value`", opening=True
    ),
    Explanation(
        problem="<block end>",
        why="this does not stand in line with what is above it",
        help="Indent the keys of one group alike",
    ),
    Explanation(
        problem="end of stream", why="a quotation mark is opened and never closed", help="Close it", opening=True
    ),
    Explanation(
        problem="expected ','",
        why="a comma or the closing bracket is missing in what starts here",
        help="Put a comma between two items, a bracket after the last",
        opening=True,
    ),
    Explanation(problem="'<stream end>'", why="the file ends before a bracket is closed", help="Close it"),
    Explanation(
        problem="escape character",
        why="a backslash that means nothing stands in double quotes",
        help="Use single quotes, or double the backslash",
    ),
    Explanation(
        problem="cannot start any token", why="a value cannot start with this sign", help="Put the value in quotes"
    ),
)


def explanation(problem: str) -> Explanation | None:
    """What is known of the parser's ``problem``, if anything is."""
    return next((known for known in _EXPLANATIONS if known.problem in problem), None)
