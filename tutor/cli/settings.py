"""`tutor settings`: what one has set, and how to change it."""

import json
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.folders import place_at_hand
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say

if TYPE_CHECKING:
    from tutor.domain.settings import Settings
    from tutor.store.place import Place


@click.command(cls=SpokenCommand, help="cli.settings")
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--json", "as_json", is_flag=True, help="cli.settings.json")
def settings(name: str | None, value: str | None, as_json: bool) -> None:
    """Show the settings, one of them, or change one."""
    from tutor.domain.settings import NAMES
    from tutor.services.settings import name_asked

    place = place_at_hand()
    names = NAMES if name is None else (name_asked(name),)
    if name is not None and value is not None:
        found = _changed(place, names[0], value)
    else:
        found = _kept(place)
    if as_json:
        said = {each: found.value(each) for each in names}
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    for each in names:
        _print(found, each, changing=value is None)
    if value is not None:
        put(say("settings.kept"))


def _kept(place: "Place") -> "Settings":
    """Return the settings the store has."""
    from tutor.domain.settings import Settings
    from tutor.store.opening import open_for_reading
    from tutor.store.store import Store

    return Settings.kept_in(Store(open_for_reading(place)).preferences())


def _changed(place: "Place", name: str, word: str) -> "Settings":
    """Change one setting and return them all.

    Raises:
        WrongUseError: the setting cannot take the value.
        ReadOnlyError: another tutor holds the store.
        StoreError: the disk refused.
    """
    from tutor.domain.settings import Settings
    from tutor.locale.language import speak
    from tutor.services.settings import keep_setting, tongue_of, value_asked
    from tutor.services.system_clock import SystemClock
    from tutor.store.opening import open_for_writing
    from tutor.store.store import Store

    value = value_asked(name, word)
    store = Store(open_for_writing(place, SystemClock().now().astimezone()))
    try:
        keep_setting(store, place, name, value)
        found = Settings.kept_in(store.preferences())
    finally:
        store.close()
    if name == "lang":
        speak(tongue_of(found))
    return found


def _print(found: "Settings", name: str, *, changing: bool) -> None:
    """Print one setting, and how to change it."""
    from tutor.services.settings import shown_name, value_text, values_text

    label, value = say(f"settings.{name}"), value_text(name, found.value(name))
    put(say("settings.row", name=label, value=value))
    if changing:
        values = values_text(name)
        put(say("settings.can", name=shown_name(name), values=values))
