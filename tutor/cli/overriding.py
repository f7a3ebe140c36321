"""`override` for the modules that every command loads.

A type checker reads the mark; to load the library that has it for Python 3.11 takes as
long as a twentieth of `tutor --help`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _Method = TypeVar("_Method", bound=Callable)

    def override(method: _Method) -> _Method:
        """Mark nothing, and return the method.

        Args:
            method: one that replaces a method of its base class.
        """
        return method


__all__ = ["override"]
