"""`tutor schema`: JSON Schemas of the files other programs may read or write."""

import json

import click

from tutor.cli.spoken import SpokenCommand


@click.command(cls=SpokenCommand, help="cli.schema")
@click.argument(
    "name",
    type=click.Choice(["bundle", "lesson", "report"]),
    metavar="bundle|lesson|report",
)
def schema(name: str) -> None:
    """Print a JSON Schema."""
    from tutor.reports.json_file import report_schema
    from tutor.services.schemas import bundle_schema, lesson_schema

    schemas = {
        "bundle": bundle_schema,
        "lesson": lesson_schema,
        "report": report_schema,
    }
    made = schemas[name]()
    click.echo(json.dumps(made, ensure_ascii=False, indent=1))
