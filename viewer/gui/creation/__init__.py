"""Small forms for new records, with the same editors as the details."""
