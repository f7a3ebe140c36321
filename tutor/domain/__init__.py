"""The nouns of the tutor: plain, frozen, without files, clock or screens."""
