"""Read all articles of a folder: ``python examples/read_a_folder.py FOLDER > records.jsonl``.

What cannot be read is told on standard error; the others are written.
"""

import sys

from vakanuvis.export.contract import reading_of
from vakanuvis.export.lines import line_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

reader = Reader()
read = refused = 0
for found in read_articles(sys.argv[1]):
    if isinstance(found, Article):
        print(line_of(reading_of(reader.read(found))))
        read += 1
    else:
        print(found, file=sys.stderr)
        refused += 1
print(f"{read} read, {refused} refused", file=sys.stderr)
