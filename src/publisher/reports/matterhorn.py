"""What the Matterhorn Protocol 1.1 leaves to people and a tagged book can get wrong, as questions (rules A6.1)."""

CONDITIONS: tuple[tuple[str, str], ...] = (
    ("01-001, 01-002", "What has meaning is tagged, and what has none is an artifact."),
    ("01-006, 09-001, 09-002, 09-003", "Types, order and nesting of the tags make sense."),
    ("02-002", "The map of types makes sense."),
    ("03-001 to 03-003", "Nothing flickers."),
    ("04-001", "Nothing is said by colour, contrast or layout alone."),
    ("06-004", "The title names the document."),
    ("11-007", "Every language is the right one."),
    ("13-001, 13-002, 13-003", "Graphics, linked graphics and captions are tagged as such."),
    ("13-005, 13-008", "Text that stands for a graphic says the same."),
    ("13-006, 13-007", "Graphics that belong together are one, and no better form was left out."),
    ("14-001, 14-004, 14-005", "Headings are tagged, at the right level."),
    ("15-001, 15-002, 15-004, 15-005", "Headings of tables are tagged, and lead to the right cells."),
    ("16-001, 16-002, 16-003", "Lists are tagged as lists, and nothing else is."),
    ("17-001", "Formulas are tagged as such."),
    ("18-001, 18-002", "Running heads and feet are artifacts."),
    ("19-001, 19-002", "Notes and references are tagged as such."),
    ("28-001, 28-003, 28-013", "Links are met where they stand, and what they do can be told."),
    ("29-001", "Nothing happens that a reader did not ask for."),
    ("31-010", "The licence of every font lets it be embedded."),
)
