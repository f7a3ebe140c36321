"""Run the tutor with ``python -m tutor``."""

from tutor.cli.main import run

if __name__ == "__main__":
    run()
