"""Records and questions in the forms that other systems read."""
