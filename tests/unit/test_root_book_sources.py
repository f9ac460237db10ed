"""The book at the root says what its post says: every word of it, in its order, and nothing in between.

`tests/data/post.txt` is the post, from its title to the end of its references.
What differs by design is told by rule: titles that we add stand in the editor's
note, typed numbers became citations, and the lines of the pictures moved into
the manifest.
"""

import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from post import POST, paragraphs, post_alternatives, post_parts, post_text
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]

CITATION = re.compile(r"\[@([\w.:-]*\w)\]")
TYPED_NUMBER = re.compile(r"\((\d)\)")
FIGURE = re.compile(r"!\[([\w.:-]*\w)\]")
HEADING = re.compile(r"#+ (?P<title>.*?)(?: \{#(?P<id>[\w-]+)\})?")
NUMBER = "(number)"  # what a typed number and a citation both become before we compare

# Words of the post's list that say what a field is; the form of our list says them by itself.
SAID_BY_THE_FORM = {"a", "authored", "by", "from", "retrieved", "the"}


def manifest() -> dict[str, Any]:
    with (ROOT / "book.yaml").open(encoding="utf-8") as file:
        return dict(YAML(typ="safe", pure=True).load(file))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


# ------------------------------------------------------------------ the book


def chapters() -> Iterator[tuple[str, str]]:
    """The path and text of each chapter in the manifest's order."""
    for matter in ("front", "body", "back"):
        for entry in manifest()["chapters"].get(matter, []):
            path = entry if isinstance(entry, str) else entry["file"]
            yield path, (ROOT / path).read_text(encoding="utf-8")


def editors_note() -> str:
    (note,) = (text for _, text in chapters() if text.startswith("# Editor’s note"))
    return note


def titles() -> list[str]:
    found = []
    for _, text in chapters():
        match = HEADING.fullmatch(paragraphs(text)[0])
        assert match is not None
        found.append(match["title"])
    return found


def book_blocks() -> Iterator[str]:
    """What a reader of the book meets of the post, in order; a figure says its caption."""
    own_headings = {p for p in post_text() if p.endswith(":")}
    for _, text in chapters():
        if text == editors_note():
            continue
        for block in paragraphs(text):
            if heading := HEADING.fullmatch(block):
                if heading["title"] in own_headings:
                    yield heading["title"]
            elif figure := FIGURE.fullmatch(block):
                yield manifest()["figures"][figure[1]].get("caption", "")
            else:
                yield block


def figures() -> list[tuple[str, Mapping[str, Any]]]:
    """The figures in the order of the text."""
    keys = [key for _, text in chapters() for key in FIGURE.findall(text)]
    return [(key, manifest()["figures"][key]) for key in keys]


def citations() -> list[str]:
    """The keys that the post's text cites, in reading order."""
    return [key for block in book_blocks() for key in CITATION.findall(block)]


# ------------------------------------------------------------------ the text


def test_the_book_is_the_post_word_for_word() -> None:
    post = TYPED_NUMBER.sub(NUMBER, " ".join(post_text()))
    book = CITATION.sub(NUMBER, " ".join(filter(None, book_blocks())))
    assert book == post


def sentences() -> list[str]:
    return re.split(r"(?<=[.?!]) (?=[^\W\d_a-z])", TYPED_NUMBER.sub(NUMBER, " ".join(post_text())))


@pytest.mark.parametrize("sentence", sentences())
def test_every_sentence_stands_in_the_book(sentence: str) -> None:
    # Says the same as the test above, but names the sentence that is missing.
    assert sentence in CITATION.sub(NUMBER, " ".join(filter(None, book_blocks())))


def test_the_title_is_the_posts_and_the_description_its_first_paragraph() -> None:
    title, body, _ = post_parts()
    assert manifest()["book"]["title"] == title
    assert manifest()["book"]["description"] == body[0]


def test_subjects_are_words_of_the_post() -> None:
    for subject in manifest()["book"]["subjects"]:
        assert subject.lower() in POST.lower()


def test_titles_that_we_add_are_listed_in_the_editors_note() -> None:
    added = [title for title in titles() if title not in post_text()]
    assert len(added) == len(titles()) - 1
    for title in added:
        assert f"‘{title}’" in editors_note()


def test_no_number_is_typed_by_hand() -> None:
    for path, text in chapters():
        assert not TYPED_NUMBER.search(text), path
    for key, figure in figures():
        assert not TYPED_NUMBER.search(figure.get("caption", "")), key


def test_quotation_marks_are_the_posts_own() -> None:
    assert not re.search(r"[\"'“”]", POST)
    for path, text in chapters():
        assert not re.search(r"[\"'“”]", text), path


def test_every_chapter_file_is_in_the_book_once() -> None:
    listed = [path for path, _ in chapters()]
    assert sorted(listed) == sorted(str(p.relative_to(ROOT)) for p in (ROOT / "chapters").glob("*.md"))


def test_the_identifier_is_made_of_the_title() -> None:
    book = manifest()["book"]
    assert book["identifier"] == uuid.uuid5(uuid.NAMESPACE_URL, book["title"]).urn


# -------------------------------------------------------------- the pictures


def test_every_figure_of_the_manifest_stands_in_the_text_once() -> None:
    keys = [key for key, _ in figures()]
    assert sorted(keys) == sorted(manifest()["figures"])


def test_alternatives_are_the_posts_or_better_where_those_repeat_the_caption() -> None:
    for alternative, (key, figure) in zip(post_alternatives(), figures(), strict=True):
        caption = figure.get("caption", "")
        repeats = {w for w in words(alternative) if len(w) > 2} <= set(words(caption))
        if repeats:
            assert not set(words(figure["alt"])) <= set(words(caption)), key
            assert caption not in figure["alt"], key
        else:
            assert figure["alt"] == alternative, key


def test_the_drawing_is_credited_and_a_map_is_described() -> None:
    for key, figure in figures():
        assert "made for this edition" in figure["credit"], key
        if figure["kind"] == "map":
            assert "schematic" in figure["description"], key
            assert "none of its data" in " ".join(figure["description"].split()), key


SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "g", "path", "circle", "ellipse"}


@pytest.mark.parametrize("name", sorted(p.name for p in (ROOT / "images").glob("*")))
def test_a_drawing_is_made_of_plain_solid_shapes(name: str) -> None:
    tree = ElementTree.parse(ROOT / "images" / name)  # noqa: S314 - our own file
    for element in tree.iter():
        assert element.tag.removeprefix(SVG) in SHAPES
        for attribute, value in element.attrib.items():
            assert "opacity" not in attribute
            assert "href" not in attribute
            assert "url(" not in value
    left, top, width, height = map(float, tree.getroot().attrib["viewBox"].split())
    assert height <= 1.1 * width


# ------------------------------------------------------------ the references


def test_citations_differ_from_the_posts_numbers_only_where_the_note_says_so() -> None:
    typed = [int(n) for block in post_text() for n in TYPED_NUMBER.findall(block)]
    keys = list(manifest()["references"])  # in the order of the post's own list
    corrected = []
    for number, key in zip(typed, citations(), strict=True):
        if keys.index(key) + 1 != number:
            corrected.append((number, key))
    recorded = [line for line in editors_note().splitlines() if line.startswith("- ")]
    assert len(recorded) == len(corrected)
    for line, (number, key) in zip(recorded, corrected, strict=True):
        assert f"was cited as number {number}," in line
        assert CITATION.findall(line) == [key]


def test_a_corrected_citation_names_its_source_better_than_the_posts_did() -> None:
    _, _, entries = post_parts()
    keys = list(manifest()["references"])
    parts = re.split(r"(?<=[.?]) ", " ".join(book_blocks()))
    said = [(part, key) for part in parts for key in CITATION.findall(part)]
    typed = [int(n) for block in post_text() for n in TYPED_NUMBER.findall(block)]
    for number, (sentence, key) in zip(typed, said, strict=True):
        right, old = entries[keys.index(key)], entries[number - 1]
        if right != old:
            # Long words, for short ones say nothing about a source.
            spoken = {w for w in words(sentence) if len(w) > 4}
            assert len(spoken & set(words(right))) > len(spoken & set(words(old))), key


def test_what_is_not_cited_is_listed_and_explained() -> None:
    book = manifest()
    uncited = set(book["references"]) - set(citations())
    cited_anywhere = {key for _, text in chapters() for key in CITATION.findall(text)}
    assert not uncited & cited_anywhere
    assert book["citations"]["uncited"] == "list"
    for key in uncited:
        (author,) = book["references"][key]["author"]
        assert author["literal"] in editors_note()


def field_texts(reference: Mapping[str, Any]) -> list[str]:
    """The fields of an entry that hold the post's words."""
    texts = [author["literal"] for author in reference["author"]]
    return texts + [reference[k] for k in ("title", "publisher", "container-title", "genre") if k in reference]


def day(text: str) -> str:
    """A day, month or year as the post writes it, as far as it is given: `2021-03-25`, `2017-10`, `2018`."""
    forms = {"%d %B %Y": "%Y-%m-%d", "%B %d %Y": "%Y-%m-%d", "%B %Y": "%Y-%m", "%Y": "%Y"}
    for form, wanted in forms.items():
        try:
            return datetime.strptime(text.replace(",", ""), form).strftime(wanted)
        except ValueError:
            continue
    raise AssertionError(text)


ENTRIES = list(zip(post_parts()[2], manifest()["references"].items(), strict=True))


@pytest.mark.parametrize(("entry", "item"), ENTRIES, ids=[key for _, (key, _) in ENTRIES])
def test_a_reference_holds_what_the_post_says_and_no_more(entry: str, item: tuple[str, Mapping[str, Any]]) -> None:
    _, reference = item
    known = {"type", "genre", "author", "issued", "title", "publisher", "container-title", "accessed"}
    assert set(reference) <= known

    rest = TYPED_NUMBER.sub("", entry, count=1)
    retrieved = re.search(r"Retrieved (.+?), from$", rest)
    issued = re.search(r"\(([^()]*\d{4})\)", rest)
    assert retrieved is not None and issued is not None
    assert day(retrieved[1]) == str(reference["accessed"])
    assert day(issued[1]) == str(reference["issued"])

    rest = rest.replace(retrieved[0], "").replace(issued[0], " ")
    for text in sorted(field_texts(reference), key=len, reverse=True):
        assert text in rest
        # Its own words once only: an author may also stand within the container's name.
        rest = rest.replace(text, " ", 1)
    assert set(words(rest)) <= SAID_BY_THE_FORM


def test_the_books_date_is_the_last_retrieval() -> None:
    book = manifest()
    days = [reference["accessed"] for reference in book["references"].values()]
    assert all(isinstance(d, date) for d in days)
    assert book["book"]["date"] == max(days)


def test_what_the_post_does_not_give_is_allowed_entry_by_entry() -> None:
    book = manifest()
    no_address = {("REF-04", f"references.{key}") for key, ref in book["references"].items() if "URL" not in ref}
    uncited = {("REF-02", f"references.{key}") for key in set(book["references"]) - set(citations())}
    allowed = [(entry["rule"], entry["at"]) for entry in book["allow"]]
    nobody_to_ask = {("MAN-07", "book.yaml")} if "accessibility" not in book else set()
    assert sorted(allowed) == sorted(no_address | uncited | nobody_to_ask)
    assert all(entry["reason"] for entry in book["allow"])
