"""The semantic judge: a model reads a draft against the claims of the rules in scope.

It finds; it never decides. What it says becomes an input of the gate, with a fingerprint, and every
comparison with a stored fact stays the gate's own.
"""
