"""What people can ask: each file in this folder is one command. What the commands share is in `desk/`."""
