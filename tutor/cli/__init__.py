"""The command line: commands, plain mode, and the one net for errors."""
