"""`python -m benchmarks.peak COMMAND…`: run datedeck here, then print the peak memory as a line of JSON."""

from __future__ import annotations

import json
import resource
import sys

from datedeck.cli import cli


def main() -> None:
    try:
        cli.main(sys.argv[1:], prog_name="datedeck", standalone_mode=False)
    finally:
        own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(json.dumps({"own": own, "largest child": others}))


if __name__ == "__main__":
    main()
