"""What we are about to say: tickets, customers, drafts, review items and the queue of work."""

from drafting.models.classes import ReplyTemplate, TicketClass
from drafting.models.crm import CrmConnection
from drafting.models.customers import Customer
from drafting.models.drafts import (
    Approval,
    ContextRecord,
    Draft,
    DraftStatus,
    Redraft,
    ReviewItem,
    ReviewState,
    SentReply,
)
from drafting.models.erasures import Erasure
from drafting.models.holds import Held, LegalHold, TicketActivity
from drafting.models.judging import JudgeAnswer
from drafting.models.knowledge import (
    ArticleCheck,
    ArticleFlag,
    FlagKind,
    KnowledgeClock,
    KnowledgeRun,
    KnowledgeSource,
    SourceKind,
    WhenMissing,
)
from drafting.models.recalls import LaterCondition, Recall, RecallLine, RecallOutcome
from drafting.models.retention import RetentionRule, RetentionRun
from drafting.models.scheduled import ScheduledReply, ScheduleState
from drafting.models.tickets import (
    DraftJob,
    JobState,
    MessageAuthor,
    Ticket,
    TicketMessage,
)

__all__ = [
    "Approval",
    "ArticleCheck",
    "ArticleFlag",
    "ContextRecord",
    "CrmConnection",
    "Customer",
    "Draft",
    "DraftJob",
    "DraftStatus",
    "Erasure",
    "FlagKind",
    "Held",
    "JobState",
    "JudgeAnswer",
    "KnowledgeClock",
    "KnowledgeRun",
    "KnowledgeSource",
    "LaterCondition",
    "LegalHold",
    "MessageAuthor",
    "Recall",
    "RecallLine",
    "RecallOutcome",
    "Redraft",
    "ReplyTemplate",
    "RetentionRule",
    "RetentionRun",
    "ReviewItem",
    "ReviewState",
    "ScheduleState",
    "ScheduledReply",
    "SentReply",
    "SourceKind",
    "Ticket",
    "TicketActivity",
    "TicketClass",
    "TicketMessage",
    "WhenMissing",
]
