"""A saved web page gives its article, and what it says of itself."""

import json
from typing import Any

import pytest

from viewer.errors import UnreadableSource
from viewer.sources.reading import document_of, read_bytes
from viewer.sources.source import Source
from viewer.sources.web.page import parsed_page

WORDS = "The neighbours heard a car stop before the house, and then two men calling for her. "
STORY = "".join(f"<p>{number}. {WORDS * 2}</p>" for number in range(5))


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=en-GB><head>{head}</head><body>{body}</body></html>"


def text_of(body: str, head: str = "") -> str:
    return parsed_page(page(body, head)).text


def fields_of(head: str, body: str = STORY) -> dict[str, str]:
    return parsed_page(page(body, head)).fields


def read(html: str) -> Source:
    return read_bytes(html.encode(), "saved.html")


def test_a_page_becomes_a_document_by_way_of_a_process_of_its_own() -> None:
    head = '<title>Two men - The Courier</title><meta property="og:title" content="Two men">'
    source = read(page(STORY, head))
    document, content = document_of(source)
    assert document.text.startswith("0. The neighbours heard")
    assert (document.title, document.type, document.language) == ("Two men", "article", "en")
    assert document.media_type == "text/html"
    assert document.extracted_by.startswith("html.parser of Python 3.")
    assert content.data == source.data


def test_blocks_become_paragraphs_and_lines() -> None:
    body = """<h2>What  was
      heard</h2><p>First <b>bo</b>ld<br>line.<p>Second.<div>Third<p>Fourth</div>
      <ul><li>one<li><p>two</p><ul><li>in it</ul></ul><ol><li>A</li><li>B</li></ol>
      <table><tr><th>Name</th><th>Age</th></tr><tr><td>Omar<td>20</table>
      <blockquote>Said.</blockquote><pre>kept   as\n  is</pre>"""
    assert text_of(body).split("\n\n") == [
        "What was heard",
        "First bold\nline.",
        "Second.",
        "Third",
        "Fourth",
        "• one\n• two\n• in it",
        "1. A\n2. B",
        "Name\tAge\nOmar\t20",
        "Said.",
        "kept as\nis",
    ]


def test_quotations_get_their_marks() -> None:
    assert text_of("<p><q>He said <q>no</q></q>, she told us.") == "“He said ‘no’”, she told us."


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<!-- no -->",
        "<template>no</template>",
        "<p hidden>no</p>",
        '<p style="color:red; display : none">no</p>',
        '<div aria-hidden="true"><p>no</p></div>',
        '<div role="navigation"><p>no</p></div>',
        "<nav><p>no</p></nav>",
        "<aside><p>no</p></aside>",
        "<form><p>no</p><input value=no></form>",
        '<div class="related-stories"><p>no</p></div>',
        '<div id="comments"><p>no</p></div>',
        "<footer><p>no</p></footer>",
        "<svg><text>no</text></svg>",
        "<iframe src=no>no</iframe>",
    ],
)
def test_what_is_hidden_or_beside_the_article_is_no_text(hidden: str) -> None:
    assert "no\n" not in text_of(f"<article>{STORY}{hidden}<p>The end.</p></article>") + "\n"
    assert text_of(f"{STORY}{hidden}").count("no") == 0


def test_an_article_is_taken_out_of_its_page() -> None:
    beside = (
        "<div>" + "".join(f"<p><a href=/{n}>Other {WORDS}</a></p>" for n in range(9)) + "</div>"
    )
    html = f"<header><h1>The Courier</h1></header>{beside}<main><article><h1>Two men</h1>{STORY}"
    text = text_of(f"{html}</article></main>{beside}")
    assert text.startswith("Two men\n\n0. The neighbours")
    assert "Other" not in text
    assert "Courier" not in text


def test_without_an_article_the_densest_part_is_taken() -> None:
    links = "".join(f"<li><a href=/{n}>Another story number {n}</a></li>" for n in range(30))
    body = (
        f"<div><ul>{links}</ul></div><div class=has-sidebar><div>{STORY}</div></div><div>© us</div>"
    )
    text = text_of(body)
    assert text.startswith("0. The neighbours")
    assert "Another" not in text
    assert "©" not in text


def test_a_class_that_only_sounds_like_it_does_not_lose_the_article() -> None:
    assert text_of(f"<div class='sidebar ads'>{STORY}</div>").count("neighbours") == 10


def test_the_headline_above_the_article_is_its_first_paragraph() -> None:
    head = "<title>Two men in the night</title>"
    text = text_of(f"<div><h1>Two men in the night</h1></div><article>{STORY}</article>", head)
    assert text.startswith("Two men in the night\n\n0. The")


def test_short_pages_keep_all_they_say() -> None:
    assert text_of("<p>Only this.</p><div>And that.</div>") == "Only this.\n\nAnd that."


def json_ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_search_engines_are_told_most() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Two  men",
        "author": [{"@type": "Person", "name": "Ada Reyes"}, {"name": "B. Okoro"}],
        "publisher": {"name": "The Courier"},
        "datePublished": "2021-05-10T23:30:00-04:00",
        "mainEntityOfPage": {"@id": "https://courier.example/two-men"},
    }
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, article]}
    assert fields_of(json_ld(graph)) == {
        "title": "Two men",
        "author": "Ada Reyes; B. Okoro",
        "publisher": "The Courier",
        "published": "2021-05-10T23:30:00-04:00",
        "address": "https://courier.example/two-men",
        "language": "en",
    }


def test_the_heads_of_pages_say_the_rest() -> None:
    head = """<title>Two men - Courier</title><meta name=author content="Ada Reyes">
      <meta property="og:site_name" content="Courier"><link rel=canonical href="https://c.example/a">
      <meta property="article:published_time" content="2021-05-10">"""
    assert fields_of(head) == {
        "title": "Two men - Courier",
        "author": "Ada Reyes",
        "publisher": "Courier",
        "published": "2021-05-10",
        "address": "https://c.example/a",
        "language": "en",
    }


def test_nothing_is_invented() -> None:
    assert parsed_page(f"<p>{WORDS}").fields == {}
    odd = '<meta name=author content="https://c.example/ada"><link rel=canonical href="/relative">'
    assert fields_of(odd) == {"language": "en"}
    assert fields_of(json_ld([[[None, 3, {"@type": "NewsArticle", "author": 7}]]])) == {
        "language": "en"
    }


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021-05-10T08:00:00Z", "2021-05-10"),
        ("2021-05", "2021-05"),
        ("20210510", "2021-05-10"),
        ("2021/5/10", "2021-05-10"),
        ("Mon, 10 May 2021 08:00:00 GMT", "2021-05-10"),
        ("10 May 2021", "2021-05-10"),
        ("May 10, 2021", "2021-05-10"),
        ("10/05/2021", "2021"),
        ("2021-13-45", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_is_kept_as_written_and_read_where_it_is_plain(written: str, edtf: str) -> None:
    source = read(page(STORY, f'<meta name="date" content="{written}">'))
    assert (source.published.written, source.published.edtf) == (written, edtf)


def test_a_page_names_its_character_set() -> None:
    html = f"<meta charset=windows-1256><p>قال الشاهد إن الرجال جاؤوا في الليل.{STORY}"
    assert "قال الشاهد" in read_bytes(html.encode("cp1256")).text


def test_a_page_whose_menu_was_never_closed_is_read_all_the_same() -> None:
    assert text_of(f"<nav><a href=/>Home</a>{STORY}").count("neighbours") == 10
    assert text_of(f"<div style='display:none'>{STORY}</div>").count("neighbours") == 10


@pytest.mark.parametrize("html", ["<html></html>", "<html><script>words", "<html><p hidden> </p>"])
def test_a_page_without_words_is_said_in_a_sentence(html: str) -> None:
    with pytest.raises(UnreadableSource, match="no words"):
        read(html)


def test_a_page_as_deep_as_a_well_is_read() -> None:
    source = read("<html>" + "<div>" * 200_000 + f"<p>{WORDS}" + "</div>" * 200_000)
    assert source.text == WORDS.strip()
