"""publisher explain"""

import click

from publisher.checks import CHECKS


@click.command("explain", short_help="Show a rule's page: why it is there, how to mend a fault.")
@click.argument("code")
def command(code: str) -> None:
    """Show a rule's page: why it is there, and how to put a fault right."""
    check = next((check for check in CHECKS if check.rule.code == code.upper()), None)
    if check is None:
        raise click.UsageError(f"There is no rule '{code}'. The rules: {', '.join(c.rule.code for c in CHECKS)}.")
    rule = check.rule
    click.echo(f"{rule.code} {rule.name} ({rule.severity.value})\n\n{check.page}\n")
    click.echo(f"Who is left out: {rule.who}\nClauses: {', '.join(rule.standards)}")
