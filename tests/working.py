"""What processes of tests do; here, where a process that is started anew finds it."""

import os
import signal
from pathlib import Path


def named(path: Path) -> bytes:
    if "deadly" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name.encode()
