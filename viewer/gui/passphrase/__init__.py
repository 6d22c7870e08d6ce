"""Asking for a passphrase: hidden, never copied, with its strength where a new one is chosen."""
