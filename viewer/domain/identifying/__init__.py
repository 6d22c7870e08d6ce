"""What names alone do not cover: words and combinations that still point to a protected person."""

from viewer.domain.identifying.mention import Mention, Sureness
from viewer.domain.identifying.mentions import mentions, open_mentions

__all__ = ["Mention", "Sureness", "mentions", "open_mentions"]
