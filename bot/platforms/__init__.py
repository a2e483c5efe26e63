"""Where people ask: each platform turns what was asked into a Request, and draws the Reply in its own way."""
