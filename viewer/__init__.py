"""Casefile: read testimonies, document harm, keep every statement tied to its words."""

__version__ = "0.1.0"
