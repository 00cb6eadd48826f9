"""What is true of the Thai language and of Thai official usage, whatever the law says."""
