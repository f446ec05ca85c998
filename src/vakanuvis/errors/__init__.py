"""Every error the library raises: a code, a place and a remedy.

Errors that a lexicon editor meets speak Turkish first; an English gloss follows in parentheses.
"""

from __future__ import annotations

from vakanuvis.errors.articles import ArticleError
from vakanuvis.errors.book import RecordError
from vakanuvis.errors.lexicon import LexiconError
from vakanuvis.errors.order import PipelineError
from vakanuvis.errors.wording import VakanuvisError, shown

__all__ = ["ArticleError", "LexiconError", "PipelineError", "RecordError", "VakanuvisError", "shown"]
