"""Write the suffix table of the language room from the written morphotactics: ``python -m training.build_tables``."""

from __future__ import annotations

from vakanuvis.language.morphotactics import read_morphotactics
from vakanuvis.language.suffixes import TABLE, rows_of
from vakanuvis.lexicon.files import lexicon_folder


def main() -> None:
    """Write the table anew."""
    rows = rows_of(read_morphotactics(lexicon_folder() / "words" / "morphology"))
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{TABLE.name}: {len(rows):,} rows")


if __name__ == "__main__":
    main()
