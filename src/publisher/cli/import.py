"""publisher import"""

from pathlib import Path
from shlex import quote

import click

from publisher.adoption import adopted
from publisher.cli.places import InFolder, start
from publisher.diagnostics import ManifestUnreadable
from publisher.model.names import slugified
from publisher.readers.posts.book import Sources, sources
from publisher.readers.posts.formats import read_post
from publisher.readers.posts.post import Post


@click.command("import", short_help="Make a book of a post: text, web page, .docx or Markdown.")
@click.argument("file", type=InFolder(path_type=Path))
@click.argument("path", required=False, type=InFolder(path_type=Path))
@click.option("--language", metavar="TAG", help="Its language, as in en-GB, where the post does not say.")
@click.pass_obj
def command(folder: Path, file: Path, path: Path | None, language: str | None) -> None:
    """Make the sources of a book of a post: a text, a web page, a .docx or Markdown.

    The book is put into PATH, or into a folder named after its title. Nothing is fetched and nothing invented: what the
    post lacks is left out, and `publisher check` says what is missing.
    """
    post = _read(file)
    tag = language or post.language
    if not tag:
        raise click.UsageError(f"'{file}' does not say its language: say it, as in --language en-GB.")
    book = _book(post, tag, file)
    path = path or folder / slugified(str(book.book["title"]), "book")
    start(book.files(), path)
    _tell(book, path)


def _read(file: Path) -> Post:
    try:
        return read_post(file)
    except (OSError, ValueError) as broken:
        why = broken.strerror if isinstance(broken, OSError) else broken
        raise click.UsageError(f"'{file}' cannot be read: {why}.") from broken


def _book(post: Post, tag: str, file: Path) -> Sources:
    try:
        return adopted(sources(post, language=tag))
    except ManifestUnreadable as broken:  # words of a post that no manifest holds
        raise click.UsageError(f"'{file}' cannot be made a book: {broken.finding.message}.") from broken


def _tell(book: Sources, path: Path) -> None:
    for line in book.told:
        click.echo(line, err=True)
    counts = {"chapters": len(book.chapters), "pictures": len(book.figures), "references": len(book.references)}
    said = ", ".join(f"{what} {count}" for what, count in counts.items() if count)
    click.echo(f"A book stands in {path}: {said}. Next: publisher -C {quote(str(path))} check")
