"""Protected persons who are spoken of as somebody's kin, or by whose kin they are known."""

from collections.abc import Iterator

from viewer.domain.identifying.mention import Found, Sureness
from viewer.domain.identifying.phrase import Phrase
from viewer.domain.identifying.phrases import phrases
from viewer.domain.identifying.scene import Scene
from viewer.domain.identifying.words import kin_codes

_SURE, _LIKELY, _POSSIBLE = Sureness.SURE, Sureness.LIKELY, Sureness.POSSIBLE
#: Of these without a tie in the case nobody is recognised.
_LOOSE = frozenset({"friend", "colleague", "neighbour"})


def relatives(scene: Scene) -> Iterator[Found]:
    """Yield whom the phrases of the last paragraph may mean; several for one phrase."""
    for phrase in phrases(scene.text, scene.names):
        if phrase.start >= scene.start - scene.base:
            yield from _Reader(scene, phrase).found()


class _Reader:
    """Weighs one phrase: who is meant, whose kin that is, and what the case knows of both."""

    def __init__(self, scene: Scene, phrase: Phrase) -> None:
        self._scene, self._phrase, self._people = scene, phrase, scene.people
        self._speaker = scene.speaker(phrase.start, phrase.end)
        beside = scene.beside(phrase.start, phrase.end)
        self._meant = beside if self._is_said() else beside - phrase.owners
        self._owners = self._weighed_owners()
        self._told = set(scene.told(phrase.start, phrase.end))

    def found(self) -> Iterator[Found]:
        """Yield each protected person whom the words may tell."""
        for id in self._candidates():
            found = self._as_kin(id) or self._by_kin(id)
            if found is not None:
                yield found

    def _candidates(self) -> list[str]:
        close = (tie.other_id for id in self._owners for tie in self._people.close_to(id))
        described = self._scene.described(self._phrase.start, self._phrase.end)
        only = self._people.only_one(self._phrase.codes)
        alone = (only,) if only is not None and self._phrase.owner == "nobody" else ()
        all_of_them = (*self._meant, *self._owners, *close, *described, *alone)
        return [id for id in dict.fromkeys(all_of_them) if self._people.is_protected(id)]

    def _is_said(self) -> bool:
        """Whether it is known whose "my" it is."""
        return self._phrase.owner == "mine" and self._speaker is not None

    def _weighed_owners(self) -> dict[str, Sureness]:
        """Return whose kin it may be, each with how sure that is."""
        phrase, scene = self._phrase, self._scene
        match phrase.owner:
            case "named":
                return dict.fromkeys(phrase.owners, _SURE)
            case "mine":
                said = {self._speaker} if self._speaker else phrase.owners
                return dict.fromkeys(said, _SURE)
            case "theirs":
                ids = [id for id in scene.before(phrase) if id not in self._meant]
                return dict.fromkeys(ids, _POSSIBLE) | dict.fromkeys(ids[:1], _LIKELY)
            case "victim":
                return dict.fromkeys(sorted(self._people.victims), _LIKELY)
        return dict.fromkeys(scene.around(), _POSSIBLE)

    # The person is the kin of somebody

    def _as_kin(self, id: str) -> Found | None:
        if self._meant and id not in self._meant:
            return None
        if id in self._meant:
            return self._beside_the_name(id)
        by_tie = self._by_a_tie(id) or self._by_being_the_only_one(id)
        return by_tie or self._by_evidence(id) or self._by_description(id)

    def _beside_the_name(self, id: str) -> Found | None:
        sure = {owner for owner, how in self._owners.items() if how == _SURE}
        if sure and not any(map(self._people.is_named, sure)):
            return None
        return self._found(id, "Stands beside the name", _SURE)

    def _by_a_tie(self, id: str) -> Found | None:
        fitting = [
            owner
            for owner in self._owners
            if self._people.is_named(owner) and self._people.kin_of(id, owner) & self._phrase.codes
        ]
        if not fitting:
            return None
        owner = max(fitting, key=lambda each: self._owners[each])
        how = _SURE if id in self._told else self._owners[owner]
        return self._found(id, f"By a tie in the case to {self._people.shown(owner)}", how)

    def _by_being_the_only_one(self, id: str) -> Found | None:
        """ "The mother", where the case knows of one mother alone."""
        if self._phrase.owner != "nobody" or self._people.only_one(self._phrase.codes) != id:
            return None
        how = _SURE if id in self._told else _POSSIBLE
        return self._found(id, "Nobody else is known as that in the case", how)

    def _by_evidence(self, id: str) -> Found | None:
        """Words that the case gives for who somebody is, and in which no name stands."""
        phrase, scene = self._phrase, self._scene
        named = {each for name in scene.names for each in name.ids if name.end <= phrase.end}
        if id not in scene.described(phrase.start, phrase.end) or id in named:
            return None
        return self._found(id, "The case gives these words for who this is", _SURE)

    def _by_description(self, id: str) -> Found | None:
        """Somebody who is known as kin only, in what the case says of that person."""
        codes = kin_codes(self._people.persons[id].described_as)
        if id not in self._scene.reading.subjects or not codes & self._phrase.codes:
            return None
        return self._found(id, "Says what the person is", _SURE)

    # Somebody named is the kin of the person

    def _by_kin(self, id: str) -> Found | None:
        how = self._owners.get(id)
        if how is None or self._phrase.owner == "nobody" or how == _POSSIBLE:
            return None
        named = [other for other in self._tied_and_named(id) if other != id]
        if named:
            return self._found(id, f"Tells a tie to {self._people.shown(named[0])}", how)
        is_loose = bool(self._phrase.codes <= _LOOSE)
        if how != _SURE or self._meant or is_loose or self._scene.people.close_to(id):
            return None
        return self._found(id, "Tells of a relative", _POSSIBLE)

    def _tied_and_named(self, id: str) -> list[str]:
        people, codes = self._people, self._phrase.codes
        if self._meant:
            return [other for other in sorted(self._meant) if people.is_named(other)]
        others = (tie.other_id for tie in people.close_to(id))
        return [o for o in others if people.is_named(o) and people.kin_of(o, id) & codes]

    def _found(self, id: str, reason: str, how: Sureness) -> Found:
        phrase, at = self._phrase, self._scene.base
        if phrase.is_many:
            how = Sureness(max(_POSSIBLE, how - 1))
        return Found(id, phrase.start + at, phrase.end + at, reason, how)
