"""Reading treebanks: both ways of a multiword token, the split, and the conversion of the older annotation."""

from __future__ import annotations

from training.conllu import Token, Tree, as_dict, as_text, merged, read
from training.corpora import half, held_out, modernized, share, shouted, unpointed
from training.evaluate import spans

# This was the decision; it is important.
SAMPLE = """# sent_id = a1
# text = Karar buydu, önemlidir.
1\tKarar\tkarar\tNOUN\t_\tCase=Nom|Number=Sing|Person=3\t2\tnsubj\t_\t_
2-3\tbuydu\t_\t_\t_\t_\t_\t_\t_\t_
2\tbu\tbu\tPRON\t_\tCase=Nom|Number=Sing|Person=3|PronType=Dem\t0\troot\t_\t_
3\tydu\ti\tAUX\t_\tAspect=Perf|Evident=Fh|Number=Sing|Person=3|Tense=Past\t2\tcop\t_\t_
4\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_
5-6\tönemlidir\t_\t_\t_\t_\t_\t_\t_\t_
5\tönemli\tönemli\tADJ\t_\t_\t2\tconj\t_\t_
6\tdir\ti\tAUX\t_\tAspect=Perf|Mood=Gen|Number=Sing|Person=3|Tense=Pres\t5\tcop\t_\t_
6.1\tx\tx\tX\t_\t_\t_\t_\t_\t_
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def sample(tmp_path) -> Tree:
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    (tree,) = read(path)
    return tree


def test_words_and_ranges_are_read(tmp_path):
    tree = sample(tmp_path)
    assert tree.name == "a1"
    assert [word.form for word in tree.words] == ["Karar", "bu", "ydu", ",", "önemli", "dir", "."]
    assert tree.ranges == ((1, 2, "buydu"), (4, 5, "önemlidir"))
    assert tree.words[1].head == -1


def test_a_merged_token_takes_what_the_copula_adds(tmp_path):
    tree = merged(sample(tmp_path))
    assert [word.form for word in tree.words] == ["Karar", "buydu", ",", "önemlidir", "."]
    assert [word.head for word in tree.words] == [1, -1, 3, 1, 1]
    assert tree.words[1].lemma == "bu"
    assert as_dict(tree.words[1].feats)["Evident"] == "Fh"
    assert as_dict(tree.words[1].feats)["PronType"] == "Dem"
    assert as_dict(tree.words[3].feats)["Mood"] == "Gen"
    assert merged(tree) is tree


def test_features_are_ordered_without_regard_to_case():
    assert as_text(as_dict("Person=3|Case=Nom|Number=Sing")) == "Case=Nom|Number=Sing|Person=3"
    assert as_text({}) == "_"


def test_defaults_that_are_no_longer_written_are_dropped():
    past = Token("geldi", "gel", "VERB", "Aspect=Perf|Mood=Ind|Number=Sing|Person=3|Tense=Past", -1, "root")
    assert as_dict(modernized(past).feats)["Evident"] == "Fh"
    assert "Mood" not in as_dict(modernized(past).feats)
    noun = Token("gelmek", "gel", "VERB", "Aspect=Perf|Case=Nom|Mood=Ind|Tense=Pres|VerbForm=Vnoun", 0, "aux:q")
    assert modernized(noun).feats == "Case=Nom|Number=Sing|Person=3|VerbForm=Vnoun"
    assert modernized(noun).deprel == "discourse:q"


def test_what_the_shipped_weights_have_not_seen_depends_on_the_name_alone():
    parts = [held_out(Tree(f"news_{number}", ())) for number in range(2000)]
    assert 100 < parts.count("dev") < 210
    assert 100 < parts.count("test") < 220


def test_which_half_a_sentence_is_in_depends_on_its_name_alone():
    halves = [half(Tree(f"news_{number}", ())) for number in range(2000)]
    assert 900 < halves.count(0) < 1100
    assert set(halves) == {0, 1}
    assert share("news_1") == share("news_1") != share("news_2")


def test_a_heading_is_in_capitals_or_has_no_full_stop(tmp_path):
    tree = merged(sample(tmp_path))
    assert [word.form for word in shouted(tree).words][:2] == ["KARAR", "BUYDU"]
    assert shouted(tree).words[3].form == "ÖNEMLİDİR"
    assert unpointed(tree).words[-1].form == "önemlidir"


def test_entities_are_whole_spans():
    assert spans(["B-ORG", "I-ORG", "B-ORG", "O", "I-GPE"]) == {(0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "GPE")}
    assert spans([]) == set()
