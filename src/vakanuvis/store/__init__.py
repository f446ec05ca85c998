"""The record book: one SQLite file that keeps what was read, with its letters."""
