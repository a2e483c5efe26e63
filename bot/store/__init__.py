"""The store: one SQLite file, the only place with SQL. What it holds is declared in `schema/`."""
