"""One TinyDB file that survives crashes, full disks and two tutors at once."""
