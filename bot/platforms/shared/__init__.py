"""What all platforms need of words: cut, made harmless to print, and addresses and names that can be trusted."""
