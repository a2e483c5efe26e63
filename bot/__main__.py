"""`python -m bot` is the command `commonplace`."""

import sys

from bot.cli import main

sys.exit(main())
