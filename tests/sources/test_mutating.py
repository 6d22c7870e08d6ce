"""Damaged documents give a text or one sentence each; `mutating` reads more of them."""

from tests.sources.mutating import mutants, read_all


def test_thirty_damaged_documents_are_texts_or_sentences() -> None:
    tallies = read_all(32)
    assert {kind: tally.count for kind, tally in tallies.items()} == dict.fromkeys(
        ("pdf", "docx", "html", "eml"), 8
    )
    for tally in tallies.values():
        assert all("nothing was changed" in sentence for sentence in tally.sentences)


def test_a_seed_makes_the_same_documents_again() -> None:
    assert list(mutants(8, 3)) == list(mutants(8, 3))
    assert list(mutants(8, 3)) != list(mutants(8, 4))
