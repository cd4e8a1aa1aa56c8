"""The screens on which operators edit what is true."""

from locations.admin import imports, knowledge, places, policies, rosters

__all__ = ["imports", "knowledge", "places", "policies", "rosters"]
