"""Measure the tutor against budgets, as ratios of what was timed in one run."""
