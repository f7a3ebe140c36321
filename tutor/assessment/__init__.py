"""From values to values: grading, certainty, scheduling, order, error ledger."""
