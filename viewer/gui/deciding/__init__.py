"""What names alone do not cover: words to decide on, and combinations that are left."""
