"""The keys that a case may have while it is being killed, by a name of one letter."""

from viewer.store.keys import Key

#: Not made of a passphrase: deriving takes longer than most deeds.
KEYS = {"-": None, "a": Key(b"a" * 32, b"salt of the first"[:16]), "b": Key(b"b" * 32, b"B" * 16)}
