"""Encrypting a written PDF: AES-256, revision 6 of the standard security handler (ISO 32000-2)."""

import secrets
from pathlib import Path


def encrypt(source: Path, target: Path, passphrase: str) -> None:
    """Write the PDF at `source` to `target` encrypted, with its metadata.

    `passphrase` is one that `prepared` has made.

    The owner's password is random and kept by nobody: whoever has the passphrase may read, print
    and copy. What a reader may change is refused only as far as its program obeys.
    """
    import pikepdf

    permissions = pikepdf.Permissions(
        modify_annotation=False, modify_assembly=False, modify_form=False, modify_other=False
    )
    encryption = pikepdf.Encryption(
        user=passphrase,
        owner=secrets.token_urlsafe(48),
        R=6,
        allow=permissions,
        aes=True,
        metadata=True,
    )
    with pikepdf.open(source) as pdf:
        # The identifier stands in the clear: it must tell nothing of the contents, the folder or
        # the time, of which it is otherwise made.
        pdf.trailer.ID = pikepdf.Array([secrets.token_bytes(16), secrets.token_bytes(16)])
        pdf.save(target, encryption=encryption, static_id=True)
