"""Lists the skipped tests of a JUnit report; fails if one was not skipped for absent samples."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ALLOWED = "shared data is absent"


def main(report: Path) -> int:
    """Prints every skipped test with its reason; 1 when a reason is not the allowed one."""
    if not report.exists():
        print("no test report was written")
        return 1
    # The report is our own pytest's, written a moment ago.
    skipped = [
        (f"{case.get('classname')}::{case.get('name')}", skip.get("message") or "no reason given")
        for case in ET.parse(report).iter("testcase")  # noqa: S314
        for skip in case.iter("skipped")
    ]
    unexpected = [(name, reason) for name, reason in skipped if ALLOWED not in reason]
    for name, reason in skipped:
        print(f"skipped: {name}: {reason}")
    if unexpected:
        print(f"{len(unexpected)} skipped for another reason than `{ALLOWED}`")
    return 1 if unexpected else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
