"""What stands for `*` in the messages of the exchanges with Moodle."""

from tests.locale.catalogues import written

EXCHANGE: dict[str, tuple[str, ...]] = {
    f"exchange.{family}.*": tuple(
        name.removeprefix(f"exchange.{family}.")
        for name in written("fr")
        if name.startswith(f"exchange.{family}.") and not name.endswith((".do", ".one"))
    )
    for family in ("lost", "own", "problem")
}
