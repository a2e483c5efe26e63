"""Drawing numbers: bars, trends and strips as pictures."""
