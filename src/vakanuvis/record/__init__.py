"""The nouns: what an article is turned into. Nothing here reads or decides."""
