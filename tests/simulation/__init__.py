"""Interns of known ability answer the shipped course: what the estimate promises, measured."""
