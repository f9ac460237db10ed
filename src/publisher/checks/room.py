"""Whether a page has room for text: what MAN-08 says where it has not."""

from publisher.paper.stylesheet import LARGEST, dimensions


def no_room(page: str, size: str) -> tuple[str, str]:
    """What is wrong with a ``page`` on which text of ``size`` cannot be set, and what to do."""
    try:
        dimensions(page)
    except ValueError:
        return f"A page of {page[:40]} is larger than a PDF can have", f"Take a smaller page: {LARGEST:g} mm or less"
    return f"A page of {page} is too small for text of {size}", "Take a larger page"
