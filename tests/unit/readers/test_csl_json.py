"""CSL-JSON: the fields that book.yaml has, each at its place."""

import json

import pytest

from publisher.model.references import Name, PartialDate, Reference
from publisher.readers.bibliography import Bibliography, read_bibliography

ITEM = {
    "id": "gsi-2018",
    "type": "report",
    "title": "Global  Slavery\nIndex",
    "author": [{"literal": "Walk Free"}, {"family": "Gogh", "given": "V", "non-dropping-particle": "van"}],
    "issued": {"date-parts": [["2018", 3]]},
    "accessed": {"raw": "2022-03-24"},
    "URL": "https://example.org/gsi",
    "edition": 3,
    "custom": {"x": 1},
    "translator": [{"family": "Lee", "static-ordering": True}],
}


def read(value: object) -> Bibliography:
    return read_bibliography(value if isinstance(value, str) else json.dumps(value, indent=1), file="references.json")


def test_an_item_is_read() -> None:
    bibliography = read([ITEM])
    assert bibliography.faults == ()
    assert bibliography.references == (
        Reference(
            key="gsi-2018",
            type="report",
            span=bibliography.references[0].span,
            title="Global Slavery Index",
            authors=(Name(literal="Walk Free"), Name(family="Gogh", given="V", non_dropping_particle="van")),
            issued=PartialDate(year=2018, month=3),
            accessed=PartialDate(year=2022, month=3, day=24),
            url="https://example.org/gsi",
            fields=(("edition", "3"),),
            names=(("translator", (Name(family="Lee"),)),),
        ),
    )


def test_an_empty_list_is_read() -> None:
    assert read([]).faults == () and read(" [ ] \n").references == ()


def test_items_and_fields_have_their_places() -> None:
    places = read([ITEM]).places
    assert str(places["references.gsi-2018"].value) == "references.json:2:2"
    assert str(places["references.gsi-2018.URL"].value) == "references.json:27:10"


def test_the_key_of_an_item_is_one_that_can_be_cited() -> None:
    (fault,) = read([{"id": "http://example.org/items/1", "type": "book"}]).faults
    assert "cannot be a key" in fault.message


BROKEN = {
    "": "1:1 a list of entries",
    "{}": "1:1 a list of entries",
    "[": "1:2 a value is missing",
    '[{"id": "a"},]': "1:14 a value is missing",
    '[{"id": "a"} {"id": "b"}]': "1:14 a comma or the closing ']'",
    '[{"id": "a"}] []': "1:15 more stands after the end",
    '[{"id": "a}]': "1:9 a quotation mark is opened",
    '[{"id": "a\n"}]': "1:11 a line ends inside a text",
    "[{id: 1}]": "1:3 a key in double quotes",
    '[{"id" 1}]': "1:8 a colon",
    "[NaN]": "1:2 the entry that starts here",
    "[-Infinity]": "1:2 the entry that starts here",
}


@pytest.mark.parametrize(("text", "said"), BROKEN.items(), ids=BROKEN)
def test_what_is_no_json_is_said_at_its_place(text: str, said: str) -> None:
    (fault,) = read(text).faults
    place, message = said.split(" ", 1)
    assert str(fault.span) == f"references.json:{place}"
    assert message in fault.message


WRONG = {
    "type": {"type": "buch"},
    "author": {"author": [{"family": "x"}, "y"]},
    "author of nothing": {"author": [{}]},
    "author with a slip": {"author": [{"famly": "x"}]},
    "issued": {"issued": {"date-parts": [[2018], [2019]]}},
    "issued as a number": {"issued": 2018.5},
    "issued on no day": {"issued": {"date-parts": [[2018, 2, 30]]}},
    "issued in season": {"issued": {"date-parts": [[2018]], "season": 1}},
    "title": {"title": ["x"]},
    "titel": {"titel": "x"},
}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG)
def test_what_a_field_cannot_be_is_said_and_the_rest_is_read(fields: dict[str, object]) -> None:
    bibliography = read([{"id": "a", "publisher": "Port", **fields}])
    assert bibliography.references[0].field("publisher") == "Port"
    (fault,) = bibliography.faults
    assert f"'{next(iter(fields))}'" in fault.message or "type" in fault.message


def test_a_field_with_another_spelling_is_named() -> None:
    (fault,) = read([{"id": "a", "container_title": "x"}]).faults
    assert fault.help == "did you mean 'container-title'?"
