"""The parts of the Benchmarks screen, and of the Indicator screen where it asks the same."""
