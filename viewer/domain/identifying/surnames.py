"""A name that stays readable because somebody public has it, and that may mean another."""

from collections.abc import Iterator

from viewer.domain.identifying.mention import Found, Sureness
from viewer.domain.identifying.phrase import Named
from viewer.domain.identifying.scene import Scene
from viewer.domain.redaction import Redactor, form_of


def surnames(scene: Scene, redactor: Redactor) -> Iterator[Found]:
    """Yield the names of the last paragraph that are not replaced and may be a protected one's.

    `redactor` is what replaces names for the audience.
    """
    for name in scene.names:
        if name.start >= scene.start - scene.base and len(name.ids) > 1:
            yield from _of(scene, name, redactor)


def _of(scene: Scene, name: Named, redactor: Redactor) -> Iterator[Found]:
    people = scene.people
    protected = [id for id in sorted(name.ids) if people.is_protected(id)]
    if not protected or not any(map(people.is_named, name.ids)):
        return
    if redactor.finds(scene.text[name.start : name.end]):
        return
    for id in protected:
        how = _sureness(scene, name, id)
        if how is not None:
            reason = "A name that somebody public has too"
            yield Found(id, name.start + scene.base, name.end + scene.base, reason, how)


def _sureness(scene: Scene, name: Named, id: str) -> Sureness | None:
    told = scene.told(name.start, name.end)
    if told and not any(map(scene.people.is_named, name.ids.intersection(told))):
        return Sureness.SURE if id in told else None
    alone = [each.ids for each in scene.names if each.end <= name.start and len(each.ids) == 1]
    near = next((ids for ids in reversed(alone) if ids <= name.ids), None)
    if near is not None:
        return Sureness.LIKELY if id in near else None
    return Sureness.POSSIBLE if _is_surname(scene, name, id) else None


def _is_surname(scene: Scene, name: Named, id: str) -> bool:
    """Many have a given name; one who is not told of nearby is hardly meant by it."""
    written = form_of(scene.text[name.start : name.end])
    return all(form_of(each.text)[: len(written)] != written for each in scene.people.names_of(id))
