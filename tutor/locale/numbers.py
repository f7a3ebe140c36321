"""Numbers as the language of the moment writes them."""

from tutor.locale.language import language
from tutor.locale.typography import NO_BREAK


def credit_text(credit: float) -> str:
    """Return a credit or points, at most two decimals: 1, 0,5 or 0,67 (0.5 in English)."""
    return _pointed(f"{credit:.2f}".rstrip("0").rstrip("."))


def decimal(value: float | None, places: int = 2) -> str:
    """Return a number with so many decimals, or a dash where there is none."""
    return "–" if value is None else _pointed(f"{value:.{places}f}")


def grouped(number: int) -> str:
    """Return a whole number with its thousands apart: 20 000 (20,000 in English)."""
    return f"{number:,}".replace(",", NO_BREAK if language() == "fr" else ",")


def _pointed(number: str) -> str:
    """Return a number with the decimal mark of the language."""
    return number.replace(".", ",") if language() == "fr" else number
