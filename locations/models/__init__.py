"""What is true: brands, verticals, locations, policies, promotions, knowledge and rosters."""

from locations.models.imports import ImportLine, ImportOutcome, ImportRun, ImportState
from locations.models.knowledge import ArticleStatus, KnowledgeArticle
from locations.models.operators import OperatorProfile
from locations.models.places import (
    Brand,
    DatedHours,
    HoursType,
    Location,
    LocationStatus,
    Ownership,
    StaleArticles,
    Vertical,
    VerticalJudge,
    WeeklyHours,
)
from locations.models.policies import PolicyTerm, PolicyValue
from locations.models.promotions import OfferKind, Promotion
from locations.models.rosters import RosterEntry
from locations.models.unverified import UnverifiedAction

__all__ = [
    "ArticleStatus",
    "Brand",
    "DatedHours",
    "HoursType",
    "ImportLine",
    "ImportOutcome",
    "ImportRun",
    "ImportState",
    "KnowledgeArticle",
    "Location",
    "LocationStatus",
    "OfferKind",
    "OperatorProfile",
    "Ownership",
    "PolicyTerm",
    "PolicyValue",
    "Promotion",
    "RosterEntry",
    "StaleArticles",
    "UnverifiedAction",
    "Vertical",
    "VerticalJudge",
    "WeeklyHours",
]
