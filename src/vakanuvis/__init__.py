"""vakanüvis reads Turkish political and diplomatic news and writes the record."""

__version__ = "0.1.0"
