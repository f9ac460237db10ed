"""Which kinds of post are read, by the endings of their names."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from publisher.readers.posts.docx import read_docx
from publisher.readers.posts.html import read_html
from publisher.readers.posts.markdown import read_markdown
from publisher.readers.posts.post import Post
from publisher.readers.posts.text import read_text
from publisher.readers.text import decoded

LARGEST = 100_000_000  # bytes


def _text(data: bytes, file: Path) -> str:
    text, faults = decoded(data, file=file.name)
    if faults:
        raise ValueError(f"{faults[0].message}; {faults[0].help}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


FORMATS: Mapping[str, Callable[[bytes, Path], Post]] = MappingProxyType(
    {
        ".docx": lambda data, file: read_docx(data),
        ".htm": lambda data, file: read_html(data, file.parent),
        ".html": lambda data, file: read_html(data, file.parent),
        ".markdown": lambda data, file: read_markdown(_text(data, file), file.parent),
        ".md": lambda data, file: read_markdown(_text(data, file), file.parent),
        ".txt": lambda data, file: read_text(_text(data, file)),
    }
)


def read_post(file: Path) -> Post:
    """The post in ``file``. Raises OSError, and ValueError for what cannot be read as what its name says."""
    reader = FORMATS.get(file.suffix.lower())
    if reader is None:
        raise ValueError(f"its name ends in none of {', '.join(FORMATS)}")
    if file.stat().st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST // 1_000_000} MB")
    if not file.is_file() and not file.is_dir():  # a pipe would make us wait
        raise ValueError("it is no file")
    post = reader(file.read_bytes(), file)
    if post.body.find(".//img") is None and not "".join(map(str, post.body.itertext())).strip():
        raise ValueError("there is no text in it")
    return post
