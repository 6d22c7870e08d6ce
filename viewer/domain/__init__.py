"""What a case is made of, in plain Python: no SQL, no Qt, no reportlab."""
