"""The goldens of real published figures: rank and quarter of every LAIT measure, B2 and B3."""
