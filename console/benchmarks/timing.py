"""Timings of one thing done many times."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds a run: how many runs, and where their middle and their tail lie."""

    runs: int
    median: float
    p95: float
    p99: float


def time_runs(action: Callable[[int], object], *, runs: int, warmup: int = 3) -> Timing:
    """Time ``action`` (called with the number of the run); collection waits until the end."""
    for number in range(warmup):
        action(number)
    gc.collect()
    gc.disable()
    took: list[float] = []
    try:
        for number in range(runs):
            started = time.perf_counter()
            action(number)
            took.append((time.perf_counter() - started) * 1000)
    finally:
        gc.enable()
    return timing_of(took)


def timing_of(took: list[float]) -> Timing:
    """Return what milliseconds that were measured come to."""
    took = sorted(took)
    runs = len(took)
    return Timing(
        runs=runs,
        median=statistics.median(took),
        p95=took[min(runs - 1, int(runs * 0.95))],
        p99=took[min(runs - 1, int(runs * 0.99))],
    )
