"""Commonplace: a discussion companion for communities that read together."""

__version__ = "0.1.0"
