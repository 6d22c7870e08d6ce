"""A case as entities of FollowTheMoney (version 4): one JSON object a line.

| Casefile | FollowTheMoney |
|---|---|
| document | Document; Article where it is one |
| person | Person, Organization, or LegalEntity of a group |
| place | Address |
| event | Event, to which those involved are also tied by UnknownLink with their role |
| relationship | Family, Associate, Membership, Directorship, Employment or Representation |
| other ties, also of two events | UnknownLink |
| quote, figure, annotation | Note |
| evidence | Documentation, with its words; Mention of a name; the proof of a tie |
| tag | keywords |

What the format cannot say is left out: decisions of the work, and notes and tags on ties.
"""

from viewer.export.ftm.writing import ftm_entities, write_ftm

__all__ = ["ftm_entities", "write_ftm"]
