"""Print an article with the words of others in bold: ``python examples/highlight_quotations.py ARTICLE``."""

import sys

from vakanuvis.export.contract import reading_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

BOLD, PLAIN = "\033[1m", "\033[0m"

reader = Reader()
for article in read_articles(sys.argv[1]):
    if not isinstance(article, Article):
        sys.exit(str(article))
    said = reading_of(reader.read(article))["statements"]
    begun = 0
    for start, end in sorted((span["start"], span["end"]) for one in said for span in one["content"]):
        if start >= begun:  # a statement inside another one is bold already
            print(article.text[begun:start], BOLD, article.text[start:end], PLAIN, sep="", end="")
            begun = end
    print(article.text[begun:])
