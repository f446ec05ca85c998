from __future__ import annotations

import pytest

from vakanuvis.export.wording import date_words, shortened, shown


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2024-11", "Kasım 2024"),
        ("2024-11-09", "9 Kasım 2024"),
        ("2024-11-29/2024-11-30", "29 Kasım 2024 – 30 Kasım 2024"),
        ("2024-06~", "yaklaşık Haziran 2024"),
        ("2024-23", "2024 sonbahar"),
        ("../2024-06", "Haziran 2024 tarihine kadar"),
        ("2024-06/..", "Haziran 2024 tarihinden beri"),
        ("202X", "202X"),
        (None, ""),
    ],
)
def test_a_date_is_said_in_turkish(edtf, words):
    assert date_words(edtf) == words


def test_a_long_text_is_cut_between_words():
    assert shortened("bir iki üç, dört", 13) == "bir iki üç…"
    assert shortened("bir  iki\nüç", 13) == "bir iki üç"


def test_control_letters_are_made_harmless():
    assert shown("a\x1b[31mb\u202ec") == "a�[31mb�c"
