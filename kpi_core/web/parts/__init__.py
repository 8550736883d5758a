"""The parts that screens are put together from: each takes a view and draws one thing."""
