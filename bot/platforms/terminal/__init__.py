"""The terminal: the same commands and the same replies, drawn with rich."""
