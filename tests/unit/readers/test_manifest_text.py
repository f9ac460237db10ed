"""What cannot be read as a manifest at all: one finding, at its place, at once."""

import pytest

from publisher.diagnostics import ManifestUnreadable, Severity
from publisher.readers import yaml
from publisher.readers.manifest import MANIFEST_UNREADABLE, read_manifest
from publisher.source import Span


def refusal(data: bytes | str) -> tuple[str, str]:
    with pytest.raises(ManifestUnreadable) as refused:
        read_manifest(data.encode() if isinstance(data, str) else data)
    finding = refused.value.finding
    assert finding.rule is MANIFEST_UNREADABLE and finding.severity is Severity.ERROR
    return f"{finding.span.line}:{finding.span.column}", finding.message.removeprefix("The manifest cannot be read: ")


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("", "1:1", "it is empty"),
        ("# nothing but this\n", "1:1", "it is empty"),
        ("~\n", "1:1", "it is empty"),
        ("- chapters\n", "1:1", "it does not start with a key"),
        ("words\n", "1:1", "it does not start with a key"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "the key 'a' stands here a second time"),
        ("a: {b: 1, c: 2, 'b': 3}\n", "1:17", "the key 'b' stands here a second time"),
        ("a: &x [1]\nb: *x\n", "2:4", "an alias (`*name`) stands here"),
        ("a: &x 1\n<<: *x\n", "2:5", "an alias (`*name`) stands here"),
        ("a: !!python/object:os.system x\n", "1:4", "a tag (!!python/object:os.system) stands here"),
        ("a: !!str x\n", "1:4", "a tag (!!str) stands here"),
        ("a: !foo {b: c}\n", "1:4", "a tag (!foo) stands here"),
        ("a: ! x\n", "1:4", "a tag (!) stands here"),
        ("a: 1\n---\nb: 2\n", "2:1", "a second document starts here"),
        ("? [a]\n: b\n", "1:3", "a key that is not a word"),
        ("a:\n\t- b\n", "2:1", "a tab stands where spaces are wanted"),
        ("a: b: c\n", "1:5", "a colon stands where no key can be"),
        ("a: 1\nwords\nb: 2\n", "2:1", "a colon is missing after this key"),
        ("- a\nb: 1\n", "2:1", "this does not stand in line with what is above it"),
        ('a: 1\nb: "never closed\n', "2:4", "a quotation mark is opened and never closed"),
        ("a: [1, 2\nb: 3\n", "1:4", "a comma or the closing bracket is missing in what starts here"),
        ("a: [1, [2,\n", "2:1", "the file ends before a bracket is closed"),
        ('a: "\\q"\n', "1:6", "a backslash that means nothing stands in double quotes"),
        ("a: @b\n", "1:4", "a value cannot start with this sign"),
        ("é: 'ü\0'\n", "1:6", "a character here is not text (U+0000)"),
        ("é: 1\nb: \x1b[1m\n", "2:4", "a character here is not text (U+001B)"),
    ],
)
def test_one_finding_says_what_and_where(text: str, place: str, why: str) -> None:
    assert refusal(text) == (place, why)


def test_bytes_that_are_not_utf_8_are_counted_in_characters() -> None:
    assert refusal("é: 1\r\nö: ".encode() + b"\xff") == ("2:4", "a byte here is not UTF-8")
    assert refusal("\ufeffé: ".encode() + b"\xff") == ("1:4", "a byte here is not UTF-8")
    assert refusal("a: 1".encode("utf-16")) == ("1:1", "it is UTF-16, not UTF-8")


def test_what_the_parser_says_in_its_own_words_is_still_a_finding() -> None:
    place, why = refusal("%FOO bar\na: 1\n")
    assert place == "2:1"
    assert why.startswith("this is not YAML (")


def test_a_manifest_may_be_as_large_as_the_limit_and_no_larger() -> None:
    head = b"book: {title: T, language: en}\nchapters: [a.md]\n"
    comment = b"#" + b" " * (yaml.LARGEST - len(head) - 1)
    assert read_manifest(head + comment).book.title == "T"
    assert refusal(head + comment + b" ") == ("1:1", "it is larger than 1024 KiB")


def test_fifty_levels_are_read_and_no_more() -> None:
    yaml.tree(b"[" * yaml.DEEPEST + b"]" * yaml.DEEPEST, file="book.yaml")
    assert refusal("[" * (yaml.DEEPEST + 1) + "]" * (yaml.DEEPEST + 1))[0] == f"1:{yaml.DEEPEST + 1}"


def test_the_finding_names_the_file_that_was_read() -> None:
    with pytest.raises(ManifestUnreadable) as refused:
        read_manifest(b"", file="other.yaml")
    assert refused.value.finding.span == Span("other.yaml", 1, 1)


@pytest.mark.parametrize("text", ["---\na: 1\n", "%YAML 1.2\n---\na: 1\n...\n", "a: &anchor 1\n", "\ufeffa: 1\n"])
def test_plain_yaml_may_say_that_it_is_plain_yaml(text: str) -> None:
    assert isinstance(yaml.tree(text.encode(), file="book.yaml"), yaml.Mapping)


def scalar(text: str) -> yaml.Scalar:
    root = yaml.tree(text.encode(), file="book.yaml")
    assert isinstance(root, yaml.Mapping)
    value = root.entries[0][1]
    assert isinstance(value, yaml.Scalar)
    return value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: words", "1:4"),
        ("a: 'words'", "1:4"),
        ("a:\n  words\n  and more", "2:3"),
        ("a: |\n  words\n", "2:3"),
        ("a: >-  # folded\n\n  words\n", "3:3"),
        ("a: |2\n    words\n", "2:5"),
        ("a: |\nb: 1\n", "1:4"),
        ("é: ü", "1:4"),
        ("\ufeffa: b", "1:4"),
        ("\r\n\ra: b", "3:4"),
    ],
)
def test_a_value_stands_at_its_first_character(text: str, place: str) -> None:
    span = scalar(text).span
    assert f"{span.line}:{span.column}" == place


@pytest.mark.parametrize(("text", "null"), [("a:", True), ("a: ~", True), ("a: null", True), ("a: ''", False)])
def test_only_a_plain_scalar_is_null(text: str, null: bool) -> None:
    assert scalar(text).is_null is null
