"""Print who speaks in an article, and what: ``python examples/print_speakers.py ARTICLE``."""

import sys

from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

reader = Reader()
for article in read_articles(sys.argv[1]):
    if not isinstance(article, Article):
        sys.exit(str(article))
    doc = reader.read(article)
    names = {actor.id: actor.name for actor in doc.actors or ()}
    for statement in doc.statements or ():
        words = " […] ".join(doc.letters(span) for span in statement.content)
        print(f"{names.get(statement.speaker or '', '?')}: {words}")
