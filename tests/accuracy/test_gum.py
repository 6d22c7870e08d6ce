"""A sentence of our own, annotated in GUM's way."""

from tests.accuracy import gum

_ROWS = """\
1|Monday|NNP|Sing|0|root|XML=<date when:::"2020-03-02">|SpaceAfter=No
2|,|,||1|punct|
3|March|NNP|Sing|1|flat|
4|2|CD||1|flat|SpaceAfter=No
5|,|,||1|punct|
6|2020|CD||1|flat|XML=</date>
7|President|NNP|Sing|9|nmod:desc|Entity=(1-person-new-x
8|Ada|NNP|Sing|9|flat|
9-10|Lo's|_||_|_|
9|Lo|NNP|Sing|11|nmod:poss|
10|'s|POS||9|case|Entity=1)
11|visit|NN|Sing|1|x|
12|to|IN||15|case|
13|the|DT||15|det|Entity=(2-organization-new-x
14|Sea|NNP|Sing|15|compound|
15|Bank|NNP|Sing|11|nmod|
16|of|IN||17|case|
17|Tira|NNP|Sing|15|nmod|Entity=(3-place-new-x)2)
18|and|CC||20|cc|
19|some|DT||20|det|Entity=(4-person-new-x
20|Tirans|NNPS|Plur|11|conj|Entity=4)
21|with|IN||22|case|
22|member|NN|Sing|11|nmod|Entity=(5-person-new-x
23|Oda|NNP|Sing|22|flat|
24|Ban|NNP|Sing|22|flat|Entity=5)|SpaceAfter=No
25|.|.||1|punct|"""


def conllu(rows: str = _ROWS) -> str:
    lines = ["# meta::dateCreated = 2020-03-09", "# newpar", "# sent_id = a-1"]
    for row in rows.splitlines():
        number, form, tag, count, head, relation, *misc = row.split("|")
        features = f"Number={count}" if count else "_"
        joined = "|".join(each for each in misc if each) or "_"
        columns = [number, form, form, "X", tag, features, head, relation, "_", joined]
        lines.append("\t".join(columns))
    return "\n".join(lines) + "\n\n"


def test_the_text_is_put_together_again() -> None:
    article = gum.article_of("a", conllu())
    assert article.text == (
        "Monday, March 2, 2020 President Ada Lo's visit to the Sea Bank of Tira and some Tirans "
        "with member Oda Ban."
    )


def test_two_dates_side_by_side_may_be_read_as_a_time_between_them() -> None:
    years = '1|{}|CD||0|root|XML=<date when:::"{}"></date>'
    rows = [years.format(2004, 2004), "2|to|IN||1|case|", years.format(2009, 2009)]
    one, other = gum.article_of("a", conllu("\n".join(rows))).dates
    assert "2004/2009" in one.edtf & other.edtf


def test_names_are_proper_nouns_without_titles_and_the_longest_counts() -> None:
    article = gum.article_of("a", conllu())
    named = {article.text[slice(*name.span)]: set(name.kinds) for name in article.names}
    assert named["Ada Lo"] == {"person"}
    assert named["Sea Bank of Tira"] == {"organisation"}
    assert named.keys() == {"Ada Lo", "Sea Bank of Tira", "Oda Ban"}


def test_dates_have_their_values_and_the_first_is_the_documents() -> None:
    article = gum.article_of("a", conllu())
    (date,) = article.dates
    assert article.text[slice(*date.span)] == "Monday, March 2, 2020"
    assert date.edtf == {"2020-03-02", "2020-03-02/..", "../2020-03-02"}
    assert article.published.edtf == "2020-03-02"
