"""What people can ask. Each command is one file in this folder; the folder is the list of commands."""
