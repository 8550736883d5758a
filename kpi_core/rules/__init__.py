"""Rules: pure functions from figures to a judgement, each with its reason in words."""
