"""Morphology and syntax: every word with its lemma, features and head."""
