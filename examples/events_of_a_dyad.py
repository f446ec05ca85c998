"""Print what two states did to each other: ``python examples/events_of_a_dyad.py TUR FIN ARTICLE...``."""

import sys

from vakanuvis.export.contract import reading_of
from vakanuvis.pipeline import Reader
from vakanuvis.record.doc import Article
from vakanuvis.text.articles import read_articles

reader = Reader()
dyad = set(sys.argv[1:3])
for path in sys.argv[3:]:
    for article in read_articles(path):
        if not isinstance(article, Article):
            sys.exit(str(article))
        reading = reading_of(reader.read(article))
        country = {actor["id"]: actor["country"] for actor in reading["actors"]}
        for event in reading["events"]:
            sides = {country[actor] for actor in (*event["actor"], *event["recipient"])}
            if dyad <= sides:
                words = article.text[event["event_span"]["start"] : event["event_span"]["end"]]
                print(event["date"], event["event"], event["mode"] or "-", event["event_scale"], event["status"], words)
