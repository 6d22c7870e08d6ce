"""Protected persons who are spoken of by what they are: "the head of the police"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.domain.identifying.mention import Found, Sureness
from viewer.domain.identifying.people import People
from viewer.domain.identifying.scene import Scene
from viewer.domain.identifying.words import Word, akin, kin_codes, listed, words_in

_ARTICLE = re.compile(r"\b(?:the|an?)[ \u00a0]+\Z", re.IGNORECASE)
_ARABIC = re.compile("[\u0600-\u06ff]")
#: Between two words of one expression.
_GAP = re.compile(r"[\s'’s\-]{1,4}")


@dataclass(frozen=True, slots=True)
class _Role:
    """An occupation or description of a protected person, by the words that say something."""

    person_id: str
    head: str
    words: frozenset[str]
    #: The head as it is written: alone, a word that is only akin says too little.
    written: str


class Occupations:
    """Knows what the protected persons are, and who else is that, too."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._having: dict[str, set[str]] = defaultdict(set)
        for id in people.persons:
            for word in _all_words(people, id):
                self._having[word].add(id)
        self._by_head: dict[str, list[_Role]] = defaultdict(list)
        for role in self._roles():
            # What somebody else is as well, in all its words, is shared in each part of them.
            # Of an office that several had, the words on one holder tell who of them it is.
            if len(role.words) > 1 or not self._is_shared(role.person_id, role.words):
                self._by_head[role.head].append(role)

    def found(self, scene: Scene) -> Iterator[Found]:
        """Yield the expressions of the last paragraph that may mean a protected person."""
        words = words_in(scene.text) if self._by_head else []
        for at, word in enumerate(words):
            if word.start >= scene.start - scene.base:
                for role in self._by_head.get(_key(word.text), ()):
                    found = self._weighed(scene, role, _expression(scene.text, words, at, role))
                    if found is not None:
                        yield found

    def _weighed(self, scene: Scene, role: _Role, run: list[Word]) -> Found | None:
        start, end = _with_article(scene.text, run[0].start), run[-1].end
        matched = role.words & {_key(word.text) for word in run}
        if len(matched) == 1 and all(word.text != role.written for word in run):
            return None
        meant = scene.beside(start, end)
        if meant and role.person_id not in meant:
            return None
        if self._is_shared(role.person_id, matched) and not _is_given(scene, role, start, end):
            return None
        how = _sureness(scene, role, start, end, len(matched))
        if role.person_id in meant:
            how = Sureness.SURE
        return Found(
            role.person_id, start + scene.base, end + scene.base, "Says what the person is", how
        )

    def _roles(self) -> Iterator[_Role]:
        for id in self._people.protected:
            for text in _said_of(self._people, id):
                if role := _role(id, text):
                    yield role

    def _is_shared(self, id: str, matched: frozenset[str]) -> bool:
        """Words that are true of others, too, point to nobody."""
        having = sorted((self._having[word] for word in matched), key=len)
        return bool(having) and len(having[0].intersection(*having[1:]) - {id}) > 0


def _is_given(scene: Scene, role: _Role, start: int, end: int) -> bool:
    """Tell whether the case gives the whole words for this person, or in what is about them."""
    if not role.words <= {_key(word.text) for word in words_in(scene.text[start:end])}:
        return False
    told = scene.described(start, end)
    return len(role.words) > 1 and role.person_id in (*told, *scene.reading.subjects)


def _sureness(scene: Scene, role: _Role, start: int, end: int, matched: int) -> Sureness:
    if role.person_id in scene.described(start, end):
        return Sureness.SURE
    if matched > 1 or role.person_id in scene.told(start, end):
        return Sureness.LIKELY
    return Sureness.POSSIBLE


def _said_of(people: People, id: str) -> Iterator[str]:
    person = people.persons[id]
    yield from filter(None, (person.occupation, person.described_as))


def _role(id: str, text: str) -> _Role | None:
    words = words_in(text)
    useful = [word.text for word in words if word.text not in _small()]
    head = _head(text, words, useful) if useful else ""
    # Kin is looked for by its own rules, which know whose it is.
    if not head or kin_codes(head):
        return None
    return _Role(id, _key(head), frozenset(map(_key, useful)), head)


def _head(text: str, words: list[Word], useful: list[str]) -> str:
    """Return the noun of an expression: "police" is none in "head of the police"."""
    if _ARABIC.search(text):
        return useful[0]
    until = next((at for at, word in enumerate(words) if _parts(word.text) and at), len(words))
    before = [word.text for word in words[:until] if word.text not in _small()]
    return before[-1] if before else useful[0]


def _parts(word: str) -> bool:
    return word in ("of", "in", "at", "for", "with", "from", "on", "who", "by", "to")


def _all_words(people: People, id: str) -> frozenset[str]:
    return frozenset(
        _key(form)
        for text in _said_of(people, id)
        for word in words_in(text)
        for form in (word.text, word.text.removesuffix("s"))
    )


def _key(word: str) -> str:
    bare = word.removeprefix("ال")
    return akin().get(bare, bare)


def _small() -> frozenset[str]:
    return listed("small", "en") | listed("small", "ar")


def _expression(text: str, words: list[Word], at: int, role: _Role) -> list[Word]:
    """Return the words around a head that belong to it, without small words at the ends."""
    first, last = at, at
    while first > 0 and _belongs(text, words, first - 1, role):
        first -= 1
    while last + 1 < len(words) and _belongs(text, words, last, role, is_after=True):
        last += 1
    run = words[first : last + 1]
    useful = [n for n, word in enumerate(run) if word.text not in _small()]
    return run[useful[0] : useful[-1] + 1]


def _belongs(text: str, words: list[Word], at: int, role: _Role, *, is_after: bool = False) -> bool:
    one, other = words[at], words[at + 1]
    new = (other if is_after else one).text
    known = _key(new) in role.words or new in _small() or new == "s"
    return known and bool(_GAP.fullmatch(text, one.end, other.start))


def _with_article(text: str, start: int) -> int:
    article = _ARTICLE.search(text, max(0, start - 8), start)
    return article.start() if article else start
