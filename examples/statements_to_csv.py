"""Write the statements of articles as CSV: ``python examples/statements_to_csv.py ARTICLE... > statements.csv``."""

import csv
import sys

from vakanuvis.export.contract import reading_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

reader = Reader()
table = csv.writer(sys.stdout)
table.writerow(["article", "published", "speaker", "country", "kind", "cue", "start", "words"])
for path in sys.argv[1:]:
    for article in read_articles(path):
        if not isinstance(article, Article):
            sys.exit(str(article))
        reading = reading_of(reader.read(article))
        actors = {actor["id"]: actor for actor in reading["actors"]}
        for said in reading["statements"]:
            speaker = actors.get(said["speaker"], {})
            words = " […] ".join(article.text[span["start"] : span["end"]] for span in said["content"])
            who = [speaker.get("name"), speaker.get("country")]
            start = said["content"][0]["start"]
            table.writerow([article.id, article.published, *who, said["kind"], said["cue"], start, words])
