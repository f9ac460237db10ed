"""``python -m publisher`` is ``publisher``."""

from publisher.cli import main

main()
