"""Asking for a passphrase: hidden, never copied, with its strength where a new one is chosen."""

NOBODY_CAN = (
    "A passphrase that is forgotten cannot be recovered by anybody: the case is lost with it. Keep "
    "it on paper in a safe place, or learn it."
)
