"""The moderators' page: read-only, behind a one-time link, served by the bot's own process, without any script.

Nothing of it is loaded unless `web.enabled` is set.
"""
