"""From words to records: who, when, where, said what, did what to whom. One public find_ per module."""
