"""Speed, memory and size, measured side by side: ``python -m benchmarks`` (see README.md)."""
