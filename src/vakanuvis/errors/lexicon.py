"""Errors of lexicon files. Turkish first; an English gloss follows in parentheses."""

from __future__ import annotations

from difflib import get_close_matches

from vakanuvis.errors.wording import VakanuvisError


class LexiconError(VakanuvisError):
    """A lexicon file is not as it must be."""

    @classmethod
    def unknown_field(cls, place: str, name: str, known: list[str]) -> LexiconError:
        """A field that the file does not have."""
        near = get_close_matches(name, known, n=1)
        remedy = f"“{near[0]}” mi demek istediniz?" if near else f"Alanlar: {', '.join(known)}."
        return cls("L01", f"{place}: “{name}” diye bir alan yok. {remedy} (There is no such field.)")

    @classmethod
    def missing_field(cls, place: str, name: str) -> LexiconError:
        """A field that must be there."""
        return cls("L02", f"{place}: “{name}” alanı eksik; ekleyin. (This field is missing.)")

    @classmethod
    def repeated(cls, place: str, name: str, first: str) -> LexiconError:
        """A field or an entry written twice."""
        return cls(
            "L03", f"{place}: “{name}” iki kez yazılmış; ilki {first}. Birini silin. (Written twice; delete one.)"
        )

    @classmethod
    def wrong_shape(cls, place: str, name: str, wanted: str) -> LexiconError:
        """A value of another shape than the field wants."""
        return cls("L04", f"{place}: “{name}” {wanted} olmalı. (The value has the wrong shape.)")

    @classmethod
    def wrong_value(cls, place: str, name: str, value: str, allowed: list[str]) -> LexiconError:
        """A value outside the list of allowed ones."""
        near = get_close_matches(value, allowed, n=1)
        remedy = f"“{near[0]}” mi demek istediniz?" if near else f"Geçerli değerler: {', '.join(allowed)}."
        return cls("L05", f"{place}: “{name}” alanında “{value}” olamaz. {remedy} (This value is not allowed.)")

    @classmethod
    def not_yaml(cls, place: str, why: str) -> LexiconError:
        """The file is no readable YAML."""
        return cls(
            "L06",
            f"{place}: YAML olarak okunamadı ({why}). Tırnakla başlayan cümleyi “text: |” altına yazın. "
            "(Not readable as YAML; put a sentence that begins with a quotation mark on its own line below “text: |”.)",
        )

    @classmethod
    def not_utf8(cls, place: str) -> LexiconError:
        """The file is not UTF-8."""
        return cls("L07", f"{place}: dosya UTF-8 değil; UTF-8 olarak kaydedin. (Save the file as UTF-8.)")

    @classmethod
    def wrong_columns(cls, place: str, found: int, wanted: list[str]) -> LexiconError:
        """A TSV row with too few or too many columns."""
        return cls(
            "L08",
            f"{place}: {found} sütun var, {len(wanted)} olmalı: {', '.join(wanted)}. Sütunları sekme ile ayırın. "
            "(Wrong number of columns; separate them with tabs.)",
        )

    @classmethod
    def no_examples(cls, place: str, name: str) -> LexiconError:
        """An entry without an example."""
        return cls("L09", f"{place}: “{name}” için örnek yok; en az bir örnek cümle yazın. (An example is missing.)")

    @classmethod
    def missing_file(cls, path: str) -> LexiconError:
        """A lexicon file that is not there."""
        return cls("L10", f"{path}: sözlük dosyası bulunamadı. (The lexicon file is missing.)")

    @classmethod
    def ends_before_it_begins(cls, place: str, name: str) -> LexiconError:
        """A term of office whose end lies before its beginning."""
        return cls(
            "L11",
            f"{place}: “{name}” görevi, başlamadan bitiyor; “from” ile “until” tarihlerini düzeltin. "
            "(The term ends before it begins.)",
        )

    @classmethod
    def two_holders(cls, place: str, name: str, other: str) -> LexiconError:
        """Two terms of one office at one time."""
        return cls(
            "L12",
            f"{place}: “{name}” göreve, “{other}” ayrılmadan başlıyor; tarihleri ya da sırayı düzeltin. "
            "(Two holders at one time: mend the dates or the order.)",
        )

    @classmethod
    def other_country(cls, place: str, name: str, country: str) -> LexiconError:
        """A holder who serves another state in the list of politicians."""
        return cls(
            "L13",
            f"{place}: “{name}” politicians.tsv dosyasında başka bir devletin ({country}); birini düzeltin. "
            "(Another state's in politicians.tsv: mend one of the two.)",
        )
