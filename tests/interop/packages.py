"""A faculty's grid as a CASE package, small enough to be read whole."""

import json
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

MOMENT = "2026-09-01T00:00:00+00:00"
DOCUMENT = "grille"
TREE = (
    ("COOR", "Coordonner les soins", "Compétence", DOCUMENT),
    ("COOR.N", "Novice", "Niveau", "COOR"),
    ("COOR-1", "Joint les autres soignants", "Indicateur", "COOR.N"),
    ("COOR.C", "Compétent", "Niveau", "COOR"),
    ("COOR-2", "Organise un parcours", "Indicateur", "COOR.C"),
    ("PRO", "Se conduire en professionnel", "Compétence", DOCUMENT),
    ("PRO-1", "Demande de l'aide", "Indicateur", "PRO"),
    ("PRO-2", "Évalue un projet", "Indicateur", "PRO"),
)
"""The code, the statement, the kind and what it lies under."""
TABLE = "leur code;notre code\nCOOR-1;C5.N.1\nCOOR-1;C5.N.2\nCOOR-2;C5.C.1\nPRO-1;C6\n"
"""What ties it to the small course; PRO-2 is tied to nothing."""


def uuid_of(code: str) -> str:
    """Return the identifier of an element."""
    return str(uuid5(NAMESPACE_URL, code))


def item(code: str, text: str, kind: str = "", **more: object) -> dict[str, Any]:
    """Return an element of a package."""
    return {**_named(code), "humanCodingScheme": code, "fullStatement": text,
            "CFItemType": kind, **more}  # fmt: skip


def child(code: str, parent: str, place: int = 1) -> dict[str, Any]:
    """Return that an element lies under another."""
    return {
        **_named(f"{code} {parent}"),
        "associationType": "isChildOf",
        "sequenceNumber": place,
        "originNodeURI": {**_named(code), "title": code},
        "destinationNodeURI": {**_named(parent), "title": parent},
    }


def package(tree: tuple[tuple[str, str, str, str], ...] = TREE) -> dict[str, Any]:
    """Return a grid, by default the one above."""
    return {
        "CFDocument": {
            **_named(DOCUMENT), "title": "Grille du DMG", "creator": "DMG d'Essai",
        },
        "CFItems": [item(*each[:3]) for each in tree],
        "CFAssociations": [
            child(code, parent, place) for place, (code, *_, parent) in enumerate(tree)
        ],
    }  # fmt: skip


def bytes_of(fields: object) -> bytes:
    """Return a package as the bytes of a file."""
    return json.dumps(fields, ensure_ascii=False).encode()


def write_grid(folder: Path, table: str = TABLE) -> tuple[Path, Path]:
    """Write the grid and the table that ties it, and return their paths."""
    grid, ties = folder / "grille.json", folder / "table.csv"
    grid.write_bytes(bytes_of(package()))
    ties.write_text(table, encoding="utf-8")
    return grid, ties


def _named(code: str) -> dict[str, Any]:
    """Return what every object carries."""
    name = uuid_of(code)
    uri = f"https://dmg.example.org/case/{name}"
    return {"identifier": name, "uri": uri, "lastChangeDateTime": MOMENT}
