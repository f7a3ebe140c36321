"""The base of every value that crosses a layer."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Hold checked facts that never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")
