"""``python -m beritaextract``: the command line, also where no script is on the path."""

from beritaextract.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
