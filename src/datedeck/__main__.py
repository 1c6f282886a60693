"""`python -m datedeck` and the `datedeck` command."""

from datedeck.cli import main

if __name__ == "__main__":
    main()
