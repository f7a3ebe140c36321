"""A scripted intern who goes on for a very long time: what grows, and what is lost."""
