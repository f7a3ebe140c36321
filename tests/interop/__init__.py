"""What the nouns promise: folding, fingerprints, evidence."""
