"""Calls to servers of others: bounded in time and size, following nothing, believing nothing."""
