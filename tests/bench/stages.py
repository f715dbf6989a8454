"""Run our part of a build in a process of its own and print seconds a stage, as JSON.

python -m bench.stages FOLDER
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kennisbank import exports, pipeline
from kennisbank.config import find_project

STAGES = {
    "load": "load",
    "validate": "validate",
    "link": "link",
    "make": "make_pages",
    "data": "make_data",
    "write": "write_artifacts",
}
"""The stage and the function that the pipeline calls for it."""

Seconds = dict[str, float]


def main(folder: Path) -> None:
    """Build once with a stopwatch around every stage, then once more with nothing changed."""
    project = find_project(folder)
    assert project, folder
    seconds: Seconds = dict.fromkeys(STAGES, 0.0)
    for stage, name in STAGES.items():
        setattr(pipeline, name, _time(getattr(pipeline, name), stage, seconds))
    formats = {"exports": 0.0}
    exports.EXPORTS = tuple(
        replace(each, make=_time(each.make, "exports", formats)) for each in exports.EXPORTS
    )
    start = time.perf_counter()
    done = pipeline.build(project)
    total = time.perf_counter() - start
    assert done.check.is_good, "\n".join(map(str, done.check.problems[:5]))
    report = {
        **seconds,
        **formats,
        "rest": total - sum(seconds.values()),
        "ours": total,
        "written again": len(pipeline.build(project).written),
    }
    print(json.dumps(report))


def _time(function: Callable[..., Any], stage: str, seconds: Seconds) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        start = time.perf_counter()
        result = function(*arguments, **options)
        if isinstance(result, Iterator):
            made = tuple(result)
            for artifact in made:
                _ = artifact.content  # made now, so that it counts here
            result = iter(made)
        seconds[stage] += time.perf_counter() - start
        return result

    return timed


if __name__ == "__main__":
    main(Path(sys.argv[1]))
