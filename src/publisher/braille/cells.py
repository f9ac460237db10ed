"""Cells and their two spellings: Unicode's braille patterns, and the 64 ASCII characters that a BRF file holds."""

# North American Braille ASCII, by the number that the dots make (U+2800 and on); capitals, as embossers expect them.
_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_TO_ASCII = {0x2800 + number: character for number, character in enumerate(_ASCII)}
_FROM_ASCII = {ord(character): 0x2800 + number for number, character in enumerate(_ASCII)}
_FROM_ASCII |= {ord(character.lower()): cell for character, cell in zip(_ASCII, _TO_ASCII) if character.isalpha()}

BLANK = "\u2800"
CONTINUED = "⠐"  # dot 5 at the end of a line: the word goes on in the next, without a space
LEADER = "⠐"  # dot 5, many times: leads to a page number
TURN = "⠤"  # dots 36, across the page, to the number of a page of print
# UEB (2013) §3.27 transcriber's note; §5.4 and §5.5 grade 1 word and passage.
NOTE, NOTE_ENDS = "⠈⠨⠣", "⠈⠨⠜"
PLAIN_WORD, PLAIN_PASSAGE, PLAIN_ENDS = "⠰⠰", "⠰⠰⠰", "⠰⠄"
# §14.3.3, §14.3.4: the letters that name another code stand before dot 3 of the sign that opens it, even for one word.
OTHER, NAMED, OTHER_ENDS = "⠐⠷", "⠄", "⠠⠐⠾"
ITALIC_WORD, ITALIC_PASSAGE, ITALIC_ENDS = "⠨⠂", "⠨⠶", "⠨⠄"  # §9.1
BOLD_WORD, BOLD_PASSAGE, BOLD_ENDS = "⠘⠂", "⠘⠶", "⠘⠄"
RAISED, LOWERED = "⠰⠔", "⠰⠢"  # §7.1: the next number is, in grade 1
BOX, BOX_ENDS = "⠶", "⠛"  # lines of dots 2356 and 1245 (Braille Formats 2016 §7)


def to_ascii(cells: str) -> str:
    """Cells of six dots as ASCII; all else stays. Raises ValueError for cells of eight dots."""
    if any("\u2840" <= cell <= "\u28ff" for cell in cells):
        raise ValueError("cells of eight dots have no ASCII")
    return cells.translate(_TO_ASCII)


def from_ascii(text: str) -> str:
    """Unicode cells for ASCII braille, of capitals or small letters; line ends stay."""
    return text.translate(_FROM_ASCII)
