"""The moderators' page: read-only, behind a one-time link."""
