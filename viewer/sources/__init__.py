"""The room where a file or pasted text becomes a document: untrusted input, parsed apart.

`reading` turns a file, bytes or pasted text into a `Source` and that into a document; `files` finds
what can be read in folders; `drawing` shows the pages of a PDF. Whatever has a structure is parsed
by `worker`, in a process of its own with hard limits. This module imports nothing, so that the
worker starts fast.
"""
