"""Training and measuring of the tagger and parser. Not shipped; imports the library, never the reverse."""
