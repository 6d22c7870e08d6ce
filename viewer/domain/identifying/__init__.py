"""What names alone do not cover: words and combinations that still point to a protected person."""

from viewer.domain.identifying.mention import Mention, Sureness
from viewer.domain.identifying.mentions import mentions, open_mentions
from viewer.domain.identifying.risk import Level, Risk
from viewer.domain.identifying.risks import residual_risks

__all__ = [
    "Level",
    "Mention",
    "Risk",
    "Sureness",
    "mentions",
    "open_mentions",
    "residual_risks",
]
