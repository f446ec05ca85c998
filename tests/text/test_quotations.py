import pytest

from vakanuvis.text.quotations import find_quotations


def contents(text):
    return [q.content.letters(text) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Bakan, "Sürüyor" dedi.', ["Sürüyor"]),
        ("Bakan, “Sürüyor” dedi.", ["Sürüyor"]),
        ('Bakan, “Sürüyor" dedi.', ["Sürüyor"]),
        ("Bakan, «Sürüyor» dedi.", ["Sürüyor"]),
        ("Bakan, 'Her şey sürüyor' dedi.", ["Her şey sürüyor"]),
        ("Bakan, ‘Her şey sürüyor’ dedi.", ["Her şey sürüyor"]),
        ("Rusya'ya ve Kore'ye gitti.", []),
        ('"Evet." "Hayır."', ["Evet.", "Hayır."]),
        ('("Evet") dedi', ["Evet"]),
        ("Bakan, \"O bana 'gel' dedi\" diye konuştu.", ["O bana 'gel' dedi", "gel"]),
        ("Toplantı 'Ankara'da' yapıldı.", ["Ankara'da"]),
        ("“Zafer Günü”nde konuştu", ["Zafer Günü"]),
        ('Bakan, " Yol uzun. Yürüyoruz "dedi.', [" Yol uzun. Yürüyoruz "]),
    ],
)
def test_marks_are_paired_by_what_stands_around_them(text, found):
    assert contents(text) == found


def test_a_mark_that_is_never_closed_ends_with_its_line():
    text = 'Bakan, "Sürüyor dedi.\nSözcü, "Bitti" dedi.'
    found = find_quotations(text)
    assert [q.content.letters(text) for q in found] == ["Sürüyor dedi.", "Bitti"]
    assert [q.closed for q in found] == [False, True]


def test_a_quotation_may_run_over_several_lines():
    text = 'Şöyle dedi:\n"Birinci söz.\nİkinci söz."\nSonra gitti.'
    assert contents(text) == ["Birinci söz.\nİkinci söz."]


def test_a_nested_quotation_knows_its_parent():
    text = 'Bakan, "O bana “gel, birlikte gidelim” dedi" diye konuştu.'
    outer, inner = find_quotations(text)
    assert (outer.parent, inner.parent) == (None, outer.index)


def test_a_mark_that_is_never_closed_inside_a_line_ends_with_its_sentence():
    assert contents('Bakan, "Görüşmeler sürüyor dedi. Heyet yarın dönecek.') == ["Görüşmeler sürüyor dedi."]


def test_a_mark_behind_a_colon_that_is_never_closed_ends_with_its_line():
    assert contents('Bakan şunu dedi: "Yol uzun. Ama yürüyoruz.\nHeyet döndü.') == ["Yol uzun. Ama yürüyoruz."]
