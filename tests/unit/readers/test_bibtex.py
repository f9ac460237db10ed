"""BibTeX and BibLaTeX: what is written, and what it means in CSL."""

import pytest

from publisher.model.references import Name, PartialDate, Reference
from publisher.readers.bibliography import Bibliography, read_bibliography
from publisher.readers.bibtex.latex import decoded, verbatim
from publisher.readers.bibtex.names import OTHERS, names
from publisher.source import Span

LATEX = {
    r"M{\"u}ller": "Müller",
    r"M\"{u}ller": "Müller",
    r"M\"uller": "Müller",
    r"{\'\i}": "í",
    r"\'{\i}": "í",
    r"Fran\c{c}ois": "François",
    r"\v{S}kvoreck\'y": "Škvorecký",
    r"Dvo\v r\'ak": "Dvořák",
    r"Erd\H{o}s": "Erdős",
    r"stra{\ss}e": "straße",
    r"\O re {\o}re \aa": "Øre øre å",
    r"\~n \`a \^o \=a \.z \u{g} \k{a} \r{a} \d{s}": "ñ à ô ā ż ğ ą å ṣ",
    "a--b c---d ``x'' `y'": "a–b c—d “x” `y'",
    r"AT\&T 50\% \$5 \#1 a\_b": "AT&T 50% $5 #1 a_b",
    r"\emph{x} {\em y} \textsc{z}": "x y z",
    r"\enquote{x \enquote{y}}": "“x “y””",
    "p.~12": "p.\u00a012",
    "{{{T}}itle}": "Title",
    "two\n   lines": "two lines",
    "unbalanced } {": "unbalanced",
}


@pytest.mark.parametrize(("written", "meant"), LATEX.items(), ids=LATEX)
def test_latex_is_decoded(written: str, meant: str) -> None:
    assert decoded(written) == (meant, ())


@pytest.mark.parametrize(
    ("written", "left"), [(r"$\alpha$", r"$\alpha$"), (r"\foo{x}", r"\foo"), ("a $ b", "$"), ("end\\", "\\")]
)
def test_other_latex_is_left_over(written: str, left: str) -> None:
    assert decoded(written)[1] == (left,)


def test_addresses_are_taken_as_they_stand() -> None:
    assert verbatim(r"\url{https://e.org/a\_b{\%}20~x--y}") == "https://e.org/a_b%20~x--y"


NAMES = {
    "Smith, John": Name(family="Smith", given="John"),
    "John Henry Smith": Name(family="Smith", given="John Henry"),
    "Smith": Name(family="Smith"),
    "van Gogh, Vincent": Name(family="Gogh", given="Vincent", non_dropping_particle="van"),
    "Ludwig van Beethoven": Name(family="Beethoven", given="Ludwig", non_dropping_particle="van"),
    "King, Jr, Martin Luther": Name(family="King", given="Martin Luther", suffix="Jr"),
    "{Walk Free Foundation}": Name(literal="Walk Free Foundation"),
    "{Marks and Spencer, Ltd}": Name(literal="Marks and Spencer, Ltd"),
    r"M{\"u}ller, Hans": Name(family="Müller", given="Hans"),
    r"{\O}re, Anne": Name(family="Øre", given="Anne"),
    "{de Souza}, Ana": Name(family="de Souza", given="Ana"),
}


@pytest.mark.parametrize(("written", "meant"), NAMES.items(), ids=NAMES)
def test_a_name_is_read(written: str, meant: Name) -> None:
    assert names(written) == (meant,)


def test_names_are_told_apart() -> None:
    assert names("A. Andrews and {B and C}\nAND D, E and others") == (
        Name(family="Andrews", given="A."),
        Name(literal="B and C"),
        Name(family="D", given="E"),
        OTHERS,
    )


def test_no_names_are_none() -> None:
    assert names("") == names(" and ") == ()


def bib(text: str) -> Bibliography:
    return read_bibliography(text, file="references.bib")


def one(text: str) -> Reference:
    read = bib(text)
    assert read.faults == ()
    return read.references[-1]


def test_an_article_is_read() -> None:
    text = r"""@string{jl = {Journal}}
    @Article{a, Title = {On {T}ides}, AUTHOR = "Smith, J.", journal = jl # { of Water}, number = 2, volume = {3},
        pages = {12 -- 20}, year = 2024, month = mar, doi = {https://doi.org/10.1000/x\_y}, file = {x.pdf}}"""
    assert one(text) == Reference(
        key="a",
        type="article-journal",
        span=Span("references.bib", 2, 5),
        title="On Tides",
        authors=(Name(family="Smith", given="J."),),
        issued=PartialDate(year=2024, month=3),
        fields=(
            ("container-title", "Journal of Water"),
            ("issue", "2"),
            ("volume", "3"),
            ("page", "12–20"),
            ("DOI", "10.1000/x_y"),
        ),
    )


def test_howpublished_holds_the_address() -> None:
    read = one(r"@misc{a, title={Tides}, howpublished={\url{https://example.org/a_b}}, urldate={2022-03-24}}")
    assert (read.type, read.url) == ("webpage", "https://example.org/a_b")
    assert read.accessed == PartialDate(year=2022, month=3, day=24)


def test_a_subtitle_follows_the_title() -> None:
    assert one("@book{a, title={Tides}, subtitle={Of the Sea}}").title == "Tides: Of the Sea"


@pytest.mark.parametrize(
    ("written", "type"), [("techreport", "report"), ("inproceedings", "paper-conference"), ("phdthesis", "thesis")]
)
def test_types_have_their_meaning(written: str, type: str) -> None:
    assert one(f"@{written}{{a, title={{Tides}}}}").type == type


@pytest.mark.parametrize("month", ["3", "03", "mar", '"March"', "{mar.}"])
def test_a_month_is_read(month: str) -> None:
    read = one(f"@book{{a, title={{T}}, year=2018, month={month}, day=29}}")
    assert read.issued == PartialDate(year=2018, month=3, day=29)


def test_an_entry_has_the_fields_of_the_one_that_it_names() -> None:
    book = "@book{b, title={Water}, year=2018, publisher={P}}"
    child, _ = bib(f"@inbook{{a, crossref={{B}}, title={{Ebbs}}, year=2019}} {book}").references
    assert (child.title, child.field("container-title"), child.field("publisher")) == ("Ebbs", "Water", "P")
    assert child.issued == PartialDate(year=2019)


def test_each_entry_and_field_has_its_place() -> None:
    read = bib("% notes\n@book{a,\n  title = {Tides},\n  url   = {https://e.org},\n}\n")
    assert str(read.references[0].span) == "references.bib:2:1"
    assert str(read.places["references.a.URL"].value) == "references.bib:4:11"
    assert str(read.places["references.a"].end) == "references.bib:5:2"


FAULTS = {
    "@book{a, title={x": "2:1 a brace",
    "@book{a, title=}": "a value is missing",
    "@book{a, title}": "'=' is missing",
    "@book{a title={x}}": "a comma or '}' is missing",
    "@book{, title={x}}": "has no key",
    "@book{a, title=foo}": "the abbreviation 'foo'",
    "@book{a, title={x}, title={y}}": "stands twice",
    "@buch{a, title={x}}": "Unknown type '@buch'",
    "@book{a, title={x}, year={soon}}": "'year' is 'soon'",
    "@book{a, title={x}, crossref={b}}": "crossref names 'b'",
    "@book{a+b, title={x}}": "'a+b' cannot be a key",
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items(), ids=FAULTS)
def test_a_fault_is_said_once_and_the_next_entry_is_read(text: str, message: str) -> None:
    read = bib(f"{text}\n@book{{z, title={{Z}}}}\n")
    assert read.references[-1].title == "Z"
    (fault,) = read.faults
    assert message.removeprefix("2:1 ") in fault.message and fault.help
