"""Names from a spaCy pipeline, beside what the rules find."""

from collections.abc import Iterator
from typing import Any

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.suggestions import SuggestedName, Suggestion
from viewer.errors import EngineError, MissingDependencyError
from viewer.suggest import read
from viewer.suggest.article import Article, Span
from viewer.suggest.engines.folder import (
    FACTORIES,
    Pipeline,
    components,
    refuse_foreign_code,
)
from viewer.suggest.engines.together import together
from viewer.suggest.names import find_names

#: What of a pipeline's labels a document is read for. Nationalities (NORP) are no names.
_KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_SAYS = {"person": "a person", "organisation": "an organisation", "place": "a place"}
#: The longest text, in code points, that is read at once.
_LONGEST = 50_000
_CONFIDENCE = 0.7
_AROUND = ' \t\n\r\f\v"“”„«»()[]{},;:.!?'
_OWN = ("'s", "’s", "ʼs")


class SpacyEngine:
    """The rules, with the names that a pipeline finds; made by `load`."""

    def __init__(self, pipeline: Pipeline, nlp: Any) -> None:
        self._pipeline, self._nlp = pipeline, nlp

    @property
    def name(self) -> str:
        """The pipeline's own name."""
        return self._pipeline.name

    @property
    def version(self) -> str:
        """The pipeline's own version."""
        return self._pipeline.version

    def suggest(
        self, text: str, published: Date = NO_DATE, language: str = ""
    ) -> tuple[Suggestion, ...]:
        """Return what is found; a text of another language than the pipeline's by rules alone."""
        article = Article(text, published, language)
        names = find_names(article)
        if language in ("", self._pipeline.language):
            names = together(names, list(self._names(article)))
        return read(article, names)

    def _names(self, article: Article) -> Iterator[SuggestedName]:
        pieces = [piece for span in article.paragraphs for piece in _pieces(span)]
        texts = (article.text[start:end] for start, end in pieces)
        for (offset, _), doc in zip(pieces, self._nlp.pipe(texts), strict=True):
            for found in doc.ents:
                span = offset + found.start_char, offset + found.end_char
                is_true = article.text[slice(*span)] == found.text
                if is_true and (name := self._name(article.text, span, found.label_)):
                    yield name

    def _name(self, text: str, span: Span, label: str) -> SuggestedName | None:
        start, end = _trimmed(text, span)
        what = _KINDS.get(label)
        if what is None or start >= end:
            return None
        words = text[start:end]
        return SuggestedName(
            start=start,
            end=end,
            text=words,
            confidence=_CONFIDENCE,
            reason=f"{self.name} takes “{' '.join(words.split())}” for {_SAYS[what]}",
            what=what,
            unit="organisation" if what == "organisation" else "individual",
            name=" ".join(words.split()),
        )


def load(pipeline: Pipeline) -> SpacyEngine:
    """Return the engine of a described pipeline, of which only what finds names is loaded.

    Raises EngineError where it cannot be loaded or does not fit the spaCy that is installed,
    MissingDependencyError where none is.
    """
    spacy = _spacy()
    _require_version(pipeline, spacy)
    try:
        config = spacy.util.load_config(pipeline.folder / "config.cfg", interpolate=True)
        refuse_foreign_code(pipeline, config)
        left_out = [name for name, made in components(config).items() if made not in FACTORIES]
        nlp = spacy.util.load_model_from_path(pipeline.folder, exclude=left_out)
    except EngineError:
        raise
    except Exception as error:  # a damaged file raises whatever its reader does
        raise EngineError(
            f"The pipeline in {pipeline.folder} cannot be loaded; it is damaged or incomplete. "
            "Unpack it again, or choose another folder."
        ) from error
    return SpacyEngine(pipeline, nlp)


def _spacy() -> Any:
    try:
        import spacy
    except ImportError as error:
        raise MissingDependencyError(
            "A spaCy pipeline needs spaCy, which is not installed. Install Casefile with it: "
            'pip install "casefile[spacy]". Suggestions by rules need nothing more.'
        ) from error
    return spacy


def _require_version(pipeline: Pipeline, spacy: Any) -> None:
    needs = pipeline.needs
    if needs and not spacy.util.is_compatible_version(spacy.__version__, needs):
        raise EngineError(
            f"The pipeline in {pipeline.folder} was made for spaCy {needs}; version "
            f"{spacy.__version__} is installed. Choose a pipeline that was made for it."
        )


def _pieces(span: Span) -> Iterator[Span]:
    start, end = span
    for at in range(start, end, _LONGEST):
        yield at, min(at + _LONGEST, end)


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without marks around it and without a possessive ending."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(_AROUND))
    end = span[1] - len(words) + len(words.rstrip(_AROUND))
    is_owner = text[start:end].endswith(_OWN)
    return start, end - 2 if is_owner else end
