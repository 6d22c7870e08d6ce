"""Small PDFs made for the tests."""

from io import BytesIO

from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

SENTENCE = (
    "The witness said that the men had come before midnight in a car without a number plate. "
)


def set_in_paragraphs(pages: list[list[str]], foot: str = "", **described: str) -> bytes:
    """Return a PDF whose paragraphs are broken to lines; # in the foot is the page's number."""
    styles, out = getSampleStyleSheet(), BytesIO()
    story: list[object] = []
    for page in pages:
        story += [Paragraph(text, styles["BodyText"]) for text in page]
        story.append(PageBreak())

    def draw(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 20, foot.replace("#", str(template.page)))

    made = SimpleDocTemplate(out, pagesize=A5, invariant=1, **described)
    made.build(story, onFirstPage=draw, onLaterPages=draw)
    return out.getvalue()


def drawn_in_lines(pages: list[list[str]], password: str = "", step: float = 14) -> bytes:
    """Return a PDF with one text line for each of a page's lines."""
    out = BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=A5, encrypt=lock)
    for page in pages:
        for number, line in enumerate(page):
            canvas.drawString(40, 540 - number * step, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def of_pictures() -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A5)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 420, 300, fill=1, stroke=0)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
