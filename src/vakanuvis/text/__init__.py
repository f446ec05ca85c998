"""From bytes to clean sentences and tokens, with the way back to the printed letters."""
