"""The reading room: the record book in a browser. It reads the book, and asks nothing of any other host.

A page is a function from a Visit to an Answer in its module, a row in ``routes.py``, a template, its questions in
``store/room/*.sql``, and its English in ``texts/*.tsv`` (the Turkish stands in the templates).
"""
