"""From a file to passages with exact places, speakers and stable ids."""
