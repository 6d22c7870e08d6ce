"""What a document points to is never looked at: neither on the network nor on the disk."""

import contextlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.sources import hostile
from tests.sources.words import W, docx, with_body, with_parts
from viewer.errors import UnreadableSource
from viewer.sources.drawing import draw_page
from viewer.sources.reading import read_bytes

SECRET = "the words of another file"


class Server(HTTPServer):
    """Counts whoever asks it for something."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Counting)
        self.hits = 0
        self.address = f"http://127.0.0.1:{self.server_port}/thing"


class Counting(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.hits += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(SECRET.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def targets(server: Server, tmp_path: Path) -> list[str]:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return [server.address, path.as_uri(), str(path)]


def test_the_server_would_see_it(server: Server) -> None:
    assert urlopen(server.address).read() == SECRET.encode()
    assert server.hits == 1


def web_page(target: str) -> bytes:
    tags = (
        "img src",
        "iframe src",
        "script src",
        "embed src",
        "object data",
        "link href",
        "a href",
    )
    body = "".join(f'<{tag}="{target}" rel="stylesheet"></{tag.split()[0]}>' for tag in tags)
    style = f"<style>@import url({target}); p {{ background: url({target}) }}</style>"
    refresh = f'<meta http-equiv="refresh" content="0; url={target}"><base href="{target}">'
    doctype = f'<!DOCTYPE html SYSTEM "{target}" [<!ENTITY x SYSTEM "{target}">]>'
    return f"{doctype}<html>{refresh}{style}{body}<p>Words here. &x;</p></html>".encode()


def word_file(target: str) -> bytes:
    declaration = (
        f'<!DOCTYPE w SYSTEM "{target}" [<!ENTITY x SYSTEM "{target}">'
        f'<!ENTITY % y SYSTEM "{target}"> %y;]>'
    )
    include = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{target}" parse="text"/>'
    )
    made = with_body(f"<w:p><w:r><w:t>Words here. &x;</w:t></w:r>{include}</w:p>", declaration)
    kinds = ("image", "attachedTemplate", "oleObject", "footnotes", "hyperlink")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{office}/{kind}" Target="{target}" '
        'TargetMode="External"/>'
        for kind in kinds
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{package}">{relations}</Relationships>'
    return with_parts(made, {"word/_rels/document.xml.rels": rels.encode()})


def word_file_without_entities(target: str) -> bytes:
    words = "<w:p><w:r><w:t>Words here.</w:t></w:r></w:p>"
    document = f'<w:document xmlns:w="{W}"><w:body>{words}</w:body></w:document>'
    return with_parts(word_file(target), {"word/document.xml": document.encode()})


def pdf_file(target: str) -> bytes:
    there = target.encode()
    image = hostile.stream(
        b"", b"/Type/XObject/Subtype/Image/Width 1/Height 1/F<</FS/URL/F(%s)>>" % there
    )
    made = hostile.one_page(
        hostile.stream(b"BT /F 12 Tf 40 300 Td (Words here.) Tj ET /X Do"),
        image,
        resources=b"/XObject<</X 6 0 R>>",
    )
    act = b"/OpenAction<</S/URI/URI(%s)/Next<</S/Launch/F(%s)>>>>" % (there, there)
    return made.replace(b"<</Type/Catalog", b"<</Type/Catalog" + act)


def mail_file(target: str) -> bytes:
    head = (
        "From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
        'boundary="x"\n\n--x\nContent-Type: message/external-body; access-type=URL; '
        f'URL="{target}"\n\n\n--x\nContent-Type: text/html\n\n'
    )
    return head.encode() + web_page(target)


@pytest.mark.parametrize("made", [web_page, word_file_without_entities, pdf_file, mail_file])
def test_nothing_is_fetched(
    made: Callable[[str], bytes], targets: list[str], server: Server
) -> None:
    for target in targets:
        source = read_bytes(made(target))
        assert "Words here." in source.text
        assert SECRET not in source.text
    assert server.hits == 0


def test_what_a_docx_names_as_its_entities_is_not_fetched(
    targets: list[str], server: Server
) -> None:
    for target in targets:
        with contextlib.suppress(UnreadableSource):
            assert SECRET not in read_bytes(word_file(target)).text
    assert server.hits == 0


def test_drawing_fetches_nothing(targets: list[str], server: Server) -> None:
    for target in targets:
        assert draw_page(pdf_file(target), 1, 100)[0] == 100
    assert server.hits == 0


def test_a_docx_with_links_to_the_outside_is_read() -> None:
    assert read_bytes(word_file_without_entities("http://127.0.0.1:1/")).text == "Words here."
    assert read_bytes(docx("Words.")).text == "Words."
