"""The command line: commands, plain mode, exit statuses."""
