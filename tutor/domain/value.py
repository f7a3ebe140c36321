"""The base of every value that crosses a layer."""

import sys
from types import ModuleType

from pydantic import BaseModel, ConfigDict

_NO_PLUGINS = ModuleType("pydantic.plugin._loader")
_NO_PLUGINS.__dict__["get_plugins"] = tuple
sys.modules.setdefault(_NO_PLUGINS.__name__, _NO_PLUGINS)
# Before its first validator, pydantic looks through every package installed for
# plugins: a twelfth of the time of `tutor check FILE`, and a way in for code that has
# no business with what a person wrote.


class Value(BaseModel):
    """Hold checked facts that never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    # Building every validator on import cost a tenth of `tutor check FILE`, which
    # needs few of them.
