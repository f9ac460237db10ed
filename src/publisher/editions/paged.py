"""What an edition hands over of the pages that it is made of."""

from collections.abc import Mapping, Sequence

from publisher.editions.edition import Printed
from publisher.files import Files
from publisher.model.pages import Overflow
from publisher.paper.engine import Rendering


def paged(files: Mapping[str, bytes], made: Sequence[Rendering], *, overflow: Sequence[Overflow] = ()) -> Printed:
    """The edition of these ``files``, with what nobody sees of the text on the pages ``made`` and what they lack."""
    return Printed(
        files=Files(files),
        lost=tuple(lost for one in made for lost in one.lost),
        faulty=tuple(faulty for one in made for faulty in one.faulty),
        overflow=tuple(overflow),
    )
