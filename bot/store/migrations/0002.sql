-- Events by whole numbers.
PRAGMA user_version = 2;
