"""What is true: brands, verticals, locations, policies, promotions, knowledge and rosters."""

from locations.models.knowledge import ArticleStatus, KnowledgeArticle
from locations.models.operators import OperatorProfile
from locations.models.places import (
    Brand,
    DatedHours,
    Location,
    LocationStatus,
    Ownership,
    Vertical,
    WeeklyHours,
)
from locations.models.policies import PolicyTerm, PolicyValue
from locations.models.promotions import Promotion
from locations.models.rosters import RosterEntry

__all__ = [
    "ArticleStatus",
    "Brand",
    "DatedHours",
    "KnowledgeArticle",
    "Location",
    "LocationStatus",
    "OperatorProfile",
    "Ownership",
    "PolicyTerm",
    "PolicyValue",
    "Promotion",
    "RosterEntry",
    "Vertical",
    "WeeklyHours",
]
