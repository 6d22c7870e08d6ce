"""How persons from a list are protected where it does not say: nobody in it was asked."""

from viewer.domain.vocabularies import vocabulary


def careful(unit: str, naming: str = "named") -> str:
    """Return the protection (a code) with which somebody from a list begins.

    Nobody knows whether those who stand in a list from outside agreed to be named. Organisations
    are public; who is anonymous there is not to be singled out.
    """
    if naming == "anonymous":
        return "details_withheld"
    return "public" if unit == "organisation" else "name_withheld"


def is_stricter(one: str, other: str) -> bool:
    """Whether a protection withholds more than another does; both are codes."""
    order = vocabulary("protection").codes
    return order.index(one) > order.index(other)
