"""`python -m viewer` is `casefile`."""

from viewer.cli import main

if __name__ == "__main__":
    main()
