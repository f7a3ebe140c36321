"""What is shown only after a certain hand-over message (rules, 16)."""

from tutor.domain.value import Value


class Conditional(Value):
    """A block that `si` and `sinon` may stand on."""

    when: str | None = None
    """Shown only where this atom of an earlier relais was present (`si`)."""
    unless: str | None = None
    """Shown only where this atom was absent (`sinon`)."""

    @property
    def depends(self) -> bool:
        """Whether a message decides if it is shown."""
        return self.when is not None or self.unless is not None

    def holds(self, present: frozenset[str]) -> bool:
        """Return whether it is shown.

        Args:
            present: the atoms that earlier messages carried.
        """
        wanted = self.when is None or self.when in present
        return wanted and (self.unless is None or self.unless not in present)
