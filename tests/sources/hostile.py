"""Files that are made to harm whoever opens them, built as small as they can be."""

import zipfile
import zlib
from io import BytesIO
from itertools import pairwise

from tests.sources.words import docx, with_body, with_parts

_BLOCK = b"0" * 1024 * 1024


def zeros(megabytes: int) -> bytes:
    """Return a zlib stream of so many megabytes of noughts."""
    packer = zlib.compressobj(1)
    return b"".join([*(packer.compress(_BLOCK) for _ in range(megabytes)), packer.flush()])


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue."""
    out, places = BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def one_page(
    content: bytes, *more: bytes, resources: bytes = b"", box: bytes = b"0 0 400 400"
) -> bytes:
    """Return a PDF of one page with this object as its content; `more` begin at object 6."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>"
        % (box, resources),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


SHOWN = stream(b"BT /F 12 Tf 40 300 Td (Words on a page.) Tj ET")


def flate_bomb() -> bytes:
    """Two times packed, 400 MB in some kilobytes."""
    return one_page(stream(zlib.compress(zeros(400)), b"/Filter[/FlateDecode/FlateDecode]"))


def page_tree_loop() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")


def form_loop() -> bytes:
    """A page that draws a form that draws itself, twice."""
    form = stream(
        b"/X Do /X Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
    )
    return one_page(stream(b"/X Do"), form, resources=b"/XObject<</X 6 0 R>>")


def form_tree() -> bytes:
    """Twenty forms, each of which draws the next ten times."""
    forms = [
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
            % (n + 1),
        )
        for n in range(6, 26)
    ]
    last = stream(b"BT /F 9 Tf (a) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return one_page(stream(b"/X Do"), *forms, last, resources=b"/XObject<</X 6 0 R>>")


def table_loop() -> bytes:
    whole = one_page(SHOWN)
    start = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def deep_arrays() -> bytes:
    return one_page(b"[" * 100_000 + b"]" * 100_000)


def absurd_pages() -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]>>",
    )


def docx_of_megabytes(megabytes: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx("x"))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        with new.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(_BLOCK)
    return out.getvalue()


def docx_that_lies(size: int) -> bytes:
    """Return a DOCX whose zip tells another size of its text than it has."""
    data = docx("Words " * 1000)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        true = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    return data.replace(true, size.to_bytes(4, "little"))


def billion_laughs() -> bytes:
    names = "abcdefghij"
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    return with_body("<w:p><w:r><w:t>Words &j;</w:t></w:r></w:p>", f"<!DOCTYPE w [{entities}]>")


def deep_docx() -> bytes:
    return with_body("<w:p>" * 200_000 + "</w:p>" * 200_000)


def many_entries() -> bytes:
    return with_parts(docx("x"), {f"word/{number}.xml": b"" for number in range(6_000)})


def long_name_of_a_part() -> bytes:
    return with_parts(docx("x"), {"word/" + "x" * 60_000 + ".xml": b""})


def mail_in_mail(depth: int) -> bytes:
    return (
        b"From: a@b.example\nTo: c@d.example\nContent-Type: message/rfc822\n\n" * depth + b"Words."
    )


def parts_in_parts(depth: int) -> bytes:
    head = b"From: a@b.example\nMIME-Version: 1.0\n"
    for number in range(depth):
        head += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
    return head + b"\nWords."


def many_parts(count: int) -> bytes:
    head = b'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    return head + b"--x\n\nWords.\n" * count
