"""The schema and the reader agree: what the one takes, the other takes."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from publisher.readers.manifest import read_manifest
from publisher.readers.schema import json_schema

ROOT = Path(__file__).parents[3]
GOOD = "book: {title: T, language: en}\nchapters: [a.md]\n"

SCHEMA = dict(json_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class CoreSchema(SafeConstructor):
    """What an editor hands to its validator: the core schema of YAML 1.2 has no dates."""


CoreSchema.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def loaded(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = CoreSchema
    return yaml.load(text)


def is_valid(text: str) -> bool:
    return VALIDATOR.is_valid(loaded(text))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", ["book.yaml", "tests/data/every-key.yaml"])
def test_whole_manifests_are_valid(name: str) -> None:
    VALIDATOR.validate(loaded((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "book: {title: 1984, language: en, version: 1.10}\nchapters: {front: [a.md]}\n",
        GOOD + "references: refs.bib\n",
        GOOD + "references: {a: {issued: 2018, accessed: '2018-03', page: 3}}\n",
        GOOD + "references: {a.1: {issued: {date-parts: [[2018, 3]]}, author: [{literal: x}]}}\n",
        GOOD + "editions: {text: , epub: {}, handouts: {a: }}\n",
        GOOD + "accessibility: {hazards: [flashing, sound]}\n",
        GOOD + "figures: {é: {image: x, alt: , description: {file: y}}}\n",
        GOOD + "editions: {pdf: {bleed: 0, page: letter landscape}}\n",
        GOOD + "theme: plain\nthemes: plain\n",
        GOOD + "theme:\n",
        GOOD + "theme: [plain]\n",
        GOOD + "figures: {m: {alt: x}}\n",
        GOOD + "figures: {m: {image: ''}}\n",
        GOOD + "figures: {m_: {image: x}}\n",
        GOOD + "figures: {m: {image: x, decorative: 'true'}}\n",
        GOOD + "figures: {m: {image: x, description: {}}}\n",
        GOOD + "figures: {m: {image: x, kind: foto}}\n",
        GOOD + "references: {a: {author: Jane Doe}}\n",
        GOOD + "references: {a: {type: reprot}}\n",
        GOOD + "references: {a: {url: x}}\n",
        GOOD + "references: {a: {issued: {raw: x}}}\n",
        GOOD + "references: refs.txt\n",
        GOOD + "editions: {pdf: {page: A11}}\n",
        GOOD + "editions: {braille: {cells: 0}}\n",
        GOOD + "editions: {braille: {cells: 4.5}}\n",
        GOOD + "reviews: [{rule: A, at: b, by: c, on: soon}]\n",
        GOOD + "allow: [{rule: A, at: b}]\n",
        "book: {title: '', language: en}\nchapters: [a.md]\n",
        "book: {title: T, language: }\nchapters: [a.md]\n",
        "book: {title: T}\nchapters: [a.md]\n",
        "book: {title: T, language: en, slug: ../x}\nchapters: [a.md]\n",
        "book: {title: T, language: en, date: 2022-13-01}\nchapters: [a.md]\n",
        "book: {title: T, language: en}\nchapters: []\n",
        "book: {title: T, language: en}\nchapters: ['']\n",
        "book: {title: T, language: en}\nchapters: a.md\n",
        "book: {title: T, language: en}\nchapters: [{part: P, chapters: [{part: Q, chapters: [a.md]}]}]\n",
        "book: {title: T, language: en}\n",
        "chapters: [a.md]\n",
    ],
)
def test_the_schema_takes_what_the_reader_takes(text: str) -> None:
    assert is_valid(text) == (read_manifest(text.encode()).faults == ())


def test_no_field_of_the_model_s_own_is_a_key() -> None:
    definitions: Any = SCHEMA["$defs"]
    known = {key for schema in definitions.values() for key in schema["properties"]}
    assert {"description", "references"} <= known
    assert not {"description-file", "references-file", "places", "faults", "span"} & known


def test_words_of_docstrings_are_kept_and_signatures_are_not() -> None:
    definitions: Any = SCHEMA["$defs"]
    assert definitions["Contributor"]["description"] == "`role` is a MARC relator code."
    assert "description" not in definitions["Publisher"]
