"""Reads ``lexicon/``, what a Turkish speaker knows and corrects."""
