"""Sentences as they stand on the page, quotations in their place."""

from __future__ import annotations

import pytest

from vakanuvis.lexicon.files import lexicon_folder
from vakanuvis.lexicon.tokens import TokenLexicon
from vakanuvis.record.doc import Article, Doc
from vakanuvis.text.printed import printed_sentences
from vakanuvis.text.segment import split_sentences

LEXICON = TokenLexicon.read(lexicon_folder())


def printed(text):
    doc = split_sentences(Doc(Article("x", text), text), LEXICON)
    return [" ".join(doc.letters(token) for token in sentence) for sentence in printed_sentences(doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bakan geldi. Sözcü gitti.", ["Bakan geldi .", "Sözcü gitti ."]),
        # A quotation inside a clause is a part of it, however many sentences it holds.
        (
            'Bakan, "Yol uzun. Yürüyoruz." dedi. Sonra sustu.',
            ['Bakan , " Yol uzun . Yürüyoruz . " dedi .', "Sonra sustu ."],
        ),
        # One that stands alone is as many sentences as it holds; its marks stay with the first and the last.
        ('Şöyle dedi:\n"Yol uzun. Yürüyoruz."', ["Şöyle dedi :", '" Yol uzun .', 'Yürüyoruz . "']),
        # Quotations in quotations.
        (
            'Sözcü, "Bize “Gelin, birlikte gidelim.” dediler. Gittik." diye anlattı.',
            ['Sözcü , " Bize “ Gelin , birlikte gidelim . ” dediler . Gittik . " diye anlattı .'],
        ),
        # The closing mark is missing.
        ('Bakan, "Yol uzun ve yorucu dedi. Heyet döndü.', ['Bakan , " Yol uzun ve yorucu dedi .', "Heyet döndü ."]),
        ("", []),
    ],
)
def test_a_quotation_stands_in_its_sentence(text, found):
    assert printed(text) == found


def test_every_letter_but_blanks_is_in_one_token():
    text = 'Kapak: "Barış"\n\nBakan (solda), “Evet.” dedi… - ANKARA\n* Sonra: ‘Hayır, olmaz, gidin.’ Bitti.'
    doc = split_sentences(Doc(Article("x", text), text), LEXICON)
    found = [doc.letters(token) for sentence in printed_sentences(doc) for token in sentence]
    assert "".join(found) == "".join(text.split())
