"""What `tutor check` says of well-formed questions: the cause, and (`.do`) the cure."""

MESSAGES: dict[str, str] = {}
