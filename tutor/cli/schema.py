"""`tutor schema`: JSON Schemas of the files other programs may read or write."""

import json

import click

from tutor.cli.french import FrenchCommand
from tutor.locale import say


@click.command(cls=FrenchCommand, help=say("cli.schema"))
@click.argument("name", type=click.Choice(["lesson"]), metavar="lesson")
def schema(name: str) -> None:
    """Print a JSON Schema."""
    from tutor.services.schemas import lesson_schema

    made = {"lesson": lesson_schema}[name]()
    click.echo(json.dumps(made, ensure_ascii=False, indent=1))
