"""The passage of the day: which one, when, and exactly once."""
