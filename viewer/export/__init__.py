"""What leaves a case: reports and exchange formats, each drawn from an audience's summary."""
