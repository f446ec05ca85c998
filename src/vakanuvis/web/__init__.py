"""The reading room: the record book in a browser. It reads the book, and asks nothing of any other host."""
