"""Is a change real: variation charts, confidence intervals, the trend test, and their refusals."""
