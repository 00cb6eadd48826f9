"""When audits are due, which of them start, and what is told of them. Starts nothing itself."""
