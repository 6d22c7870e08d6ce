"""The type scale, colours and measures of the report, in points."""

from viewer.export.pdf.fonts import BOLD, REGULAR
from viewer.export.pdf.text import Style

INK = 0x1B2430
GREY = 0x5C6773
ACCENT = 0x0F5C6E
HAIRLINE = 0xD3D9DF

BODY = Style(REGULAR, 9.5, 15, INK)
BODY_LINK = Style(REGULAR, 9.5, 15, ACCENT)
STRONG = Style(BOLD, 9.5, 15, INK)
STRONG_LINK = Style(BOLD, 9.5, 15, ACCENT)
QUOTE = Style(REGULAR, 10.5, 17, INK)
SMALL = Style(REGULAR, 8, 12.5, GREY)
SMALL_INK = Style(REGULAR, 8, 12.5, INK)
SMALL_LINK = Style(REGULAR, 8, 12.5, ACCENT)
LABEL = Style(REGULAR, 8, 15, GREY)
REFERENCE = Style(REGULAR, 7.5, 12.5, ACCENT)
TICK = Style(REGULAR, 7, 11, GREY)
STAMP = Style(BOLD, 9, 13, INK)
HEAD = Style(BOLD, 8, 12.5, GREY)
LABEL_STRONG = Style(BOLD, 8, 15, ACCENT)

H1 = Style(BOLD, 19, 27, ACCENT)
H2 = Style(BOLD, 11.5, 18, INK)

COVER_TITLE = Style(BOLD, 28, 40, INK)
COVER_KICKER = Style(BOLD, 9.5, 15, ACCENT)
COVER_LABEL = Style(REGULAR, 9.5, 18, GREY)
COVER_VALUE = Style(REGULAR, 9.5, 18, INK)

#: Left, right, top and bottom.
MARGIN_X = 68
MARGIN_TOP = 82
MARGIN_BOTTOM = 76
