"""What the tags of HTML mean for a text."""

#: Their content is no text of the page.
SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed"}
    | {"video", "audio", "canvas", "map", "button", "select", "textarea", "datalist"}
    | {"nav", "aside", "dialog", "menu", "progress", "meter", "rp", "applet", "frameset", "title"}
)
#: Never text, even of a page that hides all its words in what is otherwise skipped.
NEVER_TEXT = frozenset({"script", "style", "template", "head", "title", "iframe", "object", "svg"})
#: They have no content and no end.
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr", "keygen", "frame"}
)
#: Before and after them a line ends.
BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div"}
    | {
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
    }
    | {"h6", "header", "hgroup", "html", "legend", "li", "main", "ol", "p", "pre", "section"}
    | {"summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "search"}
    | SKIPPED - {"svg", "math", "button", "canvas", "map", "rp"}
)
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol", "dl", "table"})
#: Blocks that follow the one before in their list without a blank line.
ITEMS = frozenset({"li", "tr", "dt", "dd"})
#: An element is closed by the beginning of another; not beyond the one that holds both.
CLOSED_BY = {
    "p": BLOCKS,
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "option": frozenset({"option", "optgroup"}),
    "head": BLOCKS - {"script", "style", "noscript", "template", "object", "head"},
}
HIDING_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"}
    | {"menu", "menubar", "toolbar", "tooltip"}
)
