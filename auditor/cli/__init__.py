"""Words to one call of the pipeline; results to text and exit code."""
