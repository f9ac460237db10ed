"""The first page of a preview: what there is to look at, and the printed pages one by one."""

from publisher.reports.counts import counted
from publisher.reports.leaves import labels
from publisher.reports.page import environment
from publisher.reports.record import Record

FRONT = "index.html"


def proof(record: Record) -> bytes:
    """The page as HTML, in UTF-8; pictures of pages are named as ``file.pdf/1.png``."""
    values = {
        "record": record,
        "counted": counted(record.findings),
        "web": [name for name in record.files if name.endswith(f"-web/{FRONT}")],
        "prints": {name: labels(data) for name, data in record.files.items() if name.endswith(".pdf")},
    }
    return environment().get_template("proof.html").render(values).encode()
