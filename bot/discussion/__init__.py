"""What happens by itself while people talk: what moderators set for it, and noticing which passages are quoted."""
