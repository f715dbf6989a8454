"""Look up what the site is built with in the public lists of known weaknesses.

    make audit

Each list is asked on its own. A list that cannot be reached, or that knows none of our packages, is
skipped with the reason; a known weakness ends in status 1.
"""

import json
import subprocess
import sys
from collections.abc import Callable

Result = tuple[str, bool]
PYTHON = [
    *(sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "-f", "json"),
    *("-r", "requirements-site.lock"),
]
NODE = ["npm", "audit", "--json", "--prefix", "tests/node"]


def judge_python(output: str) -> Result:
    """Give the sentence about pip-audit's report, and whether nothing is wrong."""
    try:
        packages = json.loads(output)["dependencies"]
    except (ValueError, KeyError):
        return "skipped: the advisory list cannot be reached", True
    known = [each for each in packages if "vulns" in each]
    if not known:
        return "skipped: the advisory list knows none of the packages", True
    weak = [f"{each['name']} {each['version']}" for each in known if each["vulns"]]
    return f"{len(known)} packages looked up, weak: {', '.join(weak) or 'none'}", not weak


def judge_node(output: str) -> Result:
    """Give the sentence about npm's report, and whether nothing is wrong."""
    try:
        weak = json.loads(output)["metadata"]["vulnerabilities"]["total"]
    except (ValueError, KeyError):
        return "skipped: the advisory list cannot be reached", True
    return f"weak packages: {weak}", not weak


def main() -> int:
    """Ask both lists and print one line for each."""
    lists: tuple[tuple[str, list[str], Callable[[str], Result]], ...] = (
        ("Python, what builds the site", PYTHON, judge_python),
        ("Node, what tests it", NODE, judge_node),
    )
    is_good = True
    for name, command, judge in lists:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        sentence, good = judge(done.stdout)
        print(f"{name}: {sentence}")
        is_good = is_good and good
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
