"""The base of every value that crosses a layer."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Hold checked facts that never change."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    # Building every validator on import cost a tenth of `tutor check FILE`, which
    # needs few of them.
