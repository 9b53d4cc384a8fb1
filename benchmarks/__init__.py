"""Benchmarks: briefgen beside the tools that people use today, on the same content, in interleaved rounds.

`scripts/benchmark` runs them. Peers live in environments of their own under `benchmarks/.work`, which git ignores.
Does not belong here: anything that the product or its tests import.
"""
