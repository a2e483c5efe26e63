"""What commands answer, as data: no words of the bot's own, nothing about a platform."""
