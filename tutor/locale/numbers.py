"""Numbers as French writes them."""


def credit_text(credit: float) -> str:
    """Return a credit or points, at most two decimals: 1, 0,5 or 0,67."""
    return f"{credit:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def decimal(value: float | None) -> str:
    """Return a number with two decimals, or a dash where there is none."""
    return "–" if value is None else f"{value:.2f}".replace(".", ",")
