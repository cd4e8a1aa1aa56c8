"""Learning a voice from replies that were approved: pure values, no Django, no clock.

It stands beside the gate and not within: the gate reads a voice, and never what it was learned
from.
"""
