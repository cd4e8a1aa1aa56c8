"""The freshness board: what is wrong with articles, why, since when, and who mends it."""
