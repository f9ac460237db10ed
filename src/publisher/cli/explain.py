"""publisher explain"""

import re

import click

from publisher.checks import CHECKS
from publisher.model.names import nearest


@click.command("explain", short_help="Show a rule's page: why it is there, how to mend a fault.")
@click.argument("code")
def command(code: str) -> None:
    """Show a rule's page: why it is there, and how to put a fault right."""
    wanted = re.sub(r"-([0-9])$", r"-0\1", code.upper())
    check = next((check for check in CHECKS if check.rule.code == wanted), None)
    if check is None:
        codes = [check.rule.code for check in CHECKS]
        near = nearest(wanted, codes)
        known = f"Did you mean {near}?" if near else f"The rules: {', '.join(codes)}."
        raise click.UsageError(f"There is no rule '{code}'. {known}")
    rule = check.rule
    click.echo(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{check.page}\n")
    click.echo(f"Who is left out: {rule.who}\nClauses: {', '.join(rule.standards)}")
