"""What a screen reader meets in a finished file: role, language, alternative and words, a line a block."""

from collections.abc import Iterator, Sequence

from publisher.model.reading import INLINE, Tag

_SILENT = frozenset({"Span", "NonStruct"})


def reading(tags: Sequence[Tag]) -> str:
    """The tags as indented lines, in the order in which they are read."""
    return "".join(f"{line}\n" for tag in tags for line in _lines(tag, 0))


def _lines(tag: Tag, depth: int) -> Iterator[str]:
    """A tag's own line, then one for each run of words and each block in it."""
    runs = list(_runs(tag.children))
    own = runs[0] if runs and isinstance(runs[0], str) else ""
    yield "  " * depth + " ".join(filter(None, (_head(tag), own)))
    for run in runs[1:] if own else runs:
        if isinstance(run, str):
            yield "  " * (depth + 1) + run
        else:
            yield from _lines(run, depth + 1)


def _head(tag: Tag) -> str:
    attributes = "".join(f" {name}={value}" for name, value in tag.attributes)
    language = f" lang={tag.language}" if tag.language else ""
    alternative = f' "{tag.alternative}"' if tag.alternative else ""
    return f"{tag.role}{attributes}{language}{alternative}"


def _runs(children: Sequence[Tag | str]) -> Iterator[Tag | str]:
    """The blocks among ``children``, and between them the words and inline tags as one text each."""
    text = ""
    for child in children:
        if isinstance(child, Tag) and not _runs_on(child):
            if text.strip():
                yield " ".join(text.split())
            text = ""
            yield child
        else:
            text += child if isinstance(child, str) else _inline(child)
    if text.strip():
        yield " ".join(text.split())


def _runs_on(tag: Tag) -> bool:
    return tag.role in INLINE and all(isinstance(child, str) or _runs_on(child) for child in tag.children)


def _inline(tag: Tag) -> str:
    inside = "".join(child if isinstance(child, str) else _inline(child) for child in tag.children)
    if tag.role in _SILENT and not (tag.language or tag.expansion or tag.alternative):
        return inside
    more = "".join(f" {name}={value}" for name, value in (("lang", tag.language), ("expands", tag.expansion)) if value)
    alternative = f' "{tag.alternative}"' if tag.alternative else ""
    return f"[{tag.role}{more}{alternative} {inside.strip()}]" + (" " if inside.endswith(" ") else "")
