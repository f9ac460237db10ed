"""publisher schema"""

import json

import click

from publisher.readers.schema import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of book.yaml."""
    click.echo(json.dumps(dict(json_schema()), ensure_ascii=False, indent=2))
