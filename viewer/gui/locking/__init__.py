"""The door of a case with a passphrase: asked for, locked behind the user, opened again."""
