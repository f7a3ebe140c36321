"""The fields of a bundle that the schema explains, as the catalogue names them."""

from tutor.domain import bundle
from tutor.domain.bundle import Bundle
from tutor.services.schemas import HANDED

BUNDLE_FIELDS = (
    *((field.alias or name) for name, field in Bundle.model_fields.items()),
    *(
        f"{page}.{name}"
        for kind, page in HANDED.items()
        for name in getattr(bundle, kind).model_fields
    ),
)
"""At the top by their name, inside by the page of their value too."""
