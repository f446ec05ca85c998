"""Many articles on many cores: what is to be read, who reads it, what is done."""
