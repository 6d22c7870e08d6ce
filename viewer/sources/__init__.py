"""The room where a file or pasted text becomes a document: untrusted input, parsed apart."""
