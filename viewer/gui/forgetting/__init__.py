"""*Remove for good*: shown, asked, done beside the window, and back in the case."""
