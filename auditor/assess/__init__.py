"""Facts, rules and a day to verdicts: pure functions."""
