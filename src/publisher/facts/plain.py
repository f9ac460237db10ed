"""Plain text read back: the pictures that it tells of in words."""

import re
from collections.abc import Iterator

from publisher.model.locale import LANGUAGES, in_words
from publisher.model.reading import Tag

_LEADS = tuple(dict.fromkeys(f"[{in_words(language, 'Image: {}', '')}" for language in LANGUAGES))
_LEAD = re.compile("|".join(map(re.escape, _LEADS)))


def read_plain(data: bytes) -> tuple[Tag, ...]:
    """The pictures of a text in UTF-8, each with its words; where lines break says nothing."""
    return tuple(
        Tag(role="Figure", alternative=words) for words in _told(" ".join(data.decode("utf-8", "replace").split()))
    )


def _told(text: str) -> Iterator[str]:
    """What stands in the brackets behind each lead; brackets inside are part of the words."""
    for lead in _LEAD.finditer(text):
        depth = 1
        for at in range(lead.end(), len(text)):
            depth += {"[": 1, "]": -1}.get(text[at], 0)
            if not depth:
                yield text[lead.end() : at].strip()
                break
