"""What is kept safe on this computer, and what is kept of the work at all."""
