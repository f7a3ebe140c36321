"""What judging promises: credit, certainty, dates, order, ledger."""
