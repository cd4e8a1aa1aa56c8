"""Locations and hours from files of others: read into plain values, compared, then applied.

Reading is pure (bytes and a day in, values and cautions out); only :mod:`.plan` and :mod:`.apply`
know the database.
"""
