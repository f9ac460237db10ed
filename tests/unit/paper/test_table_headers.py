"""Each cell of a table in a PDF names the headings that it stands under."""

from publisher.paper.structure import Node
from publisher.paper.table_headers import name_headers


def table(*groups: tuple[str, list[str]]) -> Node:
    """A table of groups of rows; "a|b" are cells, "*" before one makes it a heading, "=" one that fills its row."""
    made = Node("Table")
    for type, rows in groups:
        group = made.add(type)
        for row in rows:
            line = group.add("TR")
            for text in row.split("|"):
                cell = line.add("TH" if text[0] in "*=" else "TD")
                cell.properties["ID"] = text.strip("*=")
                spans = {"ColSpan": 3} if text[0] == "=" else {}
                if cell.type == "TH":
                    cell.attributes["Table"] = {"Scope": "/Column" if type == "THead" else "/Row", **spans}
    name_headers(made)
    return made


def named(made: Node) -> dict[str, list[str]]:
    cells = [cell for group in made.children for row in group.children for cell in row.children if cell.type == "TD"]
    return {cell.properties["ID"]: [str(name.string) for name in cell.attributes["Table"]["Headers"]] for cell in cells}


def test_the_heading_of_a_group_speaks_for_its_rows() -> None:
    head, north, south = "*port|*men|*women", ["=north", "*dover|a|b"], ["=south", "*deal|c|d"]
    apart = table(("THead", [head]), ("TBody", north), ("TBody", south))
    together = table(("THead", [head]), ("TBody", [*north, *south]))
    expected = {
        "a": ["men", "north", "dover"], "b": ["women", "north", "dover"],
        "c": ["men", "south", "deal"], "d": ["women", "south", "deal"],
    }  # fmt: skip
    assert named(apart) == named(together) == expected


def test_without_groups_rows_and_columns_speak() -> None:
    plain = table(("THead", ["*port|*men"]), ("TBody", ["*dover|a"]))
    assert named(plain) == {"a": ["men", "dover"]}
