"""What strangers can send to the tutor, tried without mercy and counted."""
