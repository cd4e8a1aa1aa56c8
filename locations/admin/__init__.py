"""The screens on which operators edit what is true."""

from locations.admin import knowledge, places, policies, rosters

__all__ = ["knowledge", "places", "policies", "rosters"]
