"""``python -m variants``."""

import sys

from variants.cli import main

if __name__ == "__main__":
    sys.exit(main())
