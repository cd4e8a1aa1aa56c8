"""Django's settings, read from the environment; `.env.example` explains every variable."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from console import env
from console.bootstrap import CHECKOUT, VAR, private_cluster, read_env_file

BASE_DIR = CHECKOUT
VAR_DIR = VAR

read_env_file()

# --- What kind of deployment this is -----------------------------------------------------------

DEBUG = env.flag("DRAFTGATE_DEBUG", default=False)
# Plain HTTP is for a console on the loopback address only; `manage.py up` chooses it there.
PLAIN_HTTP = env.flag("DRAFTGATE_PLAIN_HTTP", default=DEBUG)

SECRET_KEY = env.text("SECRET_KEY")
_kept_key = VAR_DIR / "secret_key"
if not SECRET_KEY and _kept_key.is_file():
    SECRET_KEY = _kept_key.read_text(encoding="ascii").strip()
if not SECRET_KEY and DEBUG:
    SECRET_KEY = "for development only, never accepted when DRAFTGATE_DEBUG is off"  # noqa: S105
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set; expected 50 or more random characters. `make run` writes one to "
        "var/secret_key; for development DRAFTGATE_DEBUG=1 does without."
    )

ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")

# --- Applications ------------------------------------------------------------------------------

INSTALLED_APPS = [
    "console",
    "drafting",
    "compliance",
    "locations",
    "simple_history",
    "rest_framework",
    "drf_spectacular",
    "csp",
    "console.admin_apps.DraftgateAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "console.unreadable.UnreadableMiddleware",
]

ROOT_URLCONF = "console.urls"
WSGI_APPLICATION = "console.wsgi.application"
ASGI_APPLICATION = "console.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "console.readers.navigation",
            ],
        },
    },
]

# --- Data --------------------------------------------------------------------------------------

# Without DATABASE_URL this only says where the private database would be: manage.py starts it.
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        **env.database("DATABASE_URL", default=private_cluster().url()),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
# PostgreSQL compiles what it expects to take long, which takes longer than any query here does:
# 60 ms of a query of 2 ms. `?options=` in the address says otherwise.
DATABASES["default"]["OPTIONS"].setdefault("options", "-c jit=off")
# Who serves owns no table: `migrate` works over the owner's address, and `database_roles` over an
# administrator's. Neither is needed where nothing but web servers and workers run.
DATABASE_APPLICATION_ROLE = DATABASES["default"]["USER"]
DATABASE_OWNER = env.other_database("DATABASE_OWNER_URL")
DATABASE_ADMIN = env.other_database("DATABASE_ADMIN_URL")
# In development and in tests one role may own everything.
DATABASE_ROLE_IS_WATCHED = not DEBUG
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# --- People ------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

# --- Language and time -------------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

# --- Static files ------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # Hashed names need `collectstatic` first, which development and tests do without.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG

# --- Security ----------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not PLAIN_HTTP
SECURE_HSTS_PRELOAD = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https")
    if env.flag("DRAFTGATE_TRUST_PROXY", default=False)
    else None
)
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

# --- API ---------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["console.api.authentication.BearerToken"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["console.api.errors.BoundedJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.UserRateThrottle"],
    # Per token's person and process: a runaway script is slowed down, a busy team is not.
    "DEFAULT_THROTTLE_RATES": {"user": "1200/min"},
    "EXCEPTION_HANDLER": "console.api.errors.handle",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Draftgate",
    "DESCRIPTION": "Tickets in, gated drafts out.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": True,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "DraftStatusEnum": "drafting.models.DraftStatus",
        "LocationStatusEnum": "locations.models.LocationStatus",
    },
}

# --- Drafting and the gate ---------------------------------------------------------------------

DRAFTGATE_GENERATION_BACKEND = env.choice(
    "DRAFTGATE_GENERATION_BACKEND", "composer", among={"composer", "openai", "scripted"}
)
OPENAI_BASE_URL = env.url("OPENAI_BASE_URL", schemes={"http", "https"})
OPENAI_API_KEY = env.text("OPENAI_API_KEY")
OPENAI_MODEL = env.text("OPENAI_MODEL")
# The whole call, from connecting to the last byte.
DRAFTGATE_MODEL_TIMEOUT_SECONDS = env.integer(
    "DRAFTGATE_MODEL_TIMEOUT_SECONDS", 20, least=1, most=600
)
# Ask the model once more when what it wrote is blocked, within the same time.
DRAFTGATE_MODEL_REDRAFT = env.flag("DRAFTGATE_MODEL_REDRAFT", default=True)
# The semantic judge; without a model there is none.
DRAFTGATE_JUDGE_MODEL = env.text("DRAFTGATE_JUDGE_MODEL")
DRAFTGATE_JUDGE_BASE_URL = env.url(
    "DRAFTGATE_JUDGE_BASE_URL", schemes={"http", "https"}, default=OPENAI_BASE_URL
)
DRAFTGATE_JUDGE_API_KEY = env.text("DRAFTGATE_JUDGE_API_KEY", OPENAI_API_KEY)
DRAFTGATE_JUDGE_TIMEOUT_SECONDS = env.integer(
    "DRAFTGATE_JUDGE_TIMEOUT_SECONDS", 15, least=1, most=120
)
# Sent to the CRM as a bearer token; the address and the mapping are configuration rows.
DRAFTGATE_CRM_TOKEN = env.text("DRAFTGATE_CRM_TOKEN")
# What a model is told of the customer, and nothing else: see drafting.context.prompt.
DRAFTGATE_MODEL_CUSTOMER_FIELDS = env.some(
    "DRAFTGATE_MODEL_CUSTOMER_FIELDS",
    ("first_name", "state", "loyalty", "open_orders", "recent_orders"),
    among=(
        "first_name",
        "full_name",
        "state",
        "loyalty",
        "open_orders",
        "recent_orders",
        "tickets",
        "consents",
        "contacts",
    ),
)
DRAFTGATE_PAYLOAD_MAX_KB = env.integer("DRAFTGATE_PAYLOAD_MAX_KB", 256, least=32, most=4_000)
DRAFTGATE_GATE_TIMEOUT_MS = env.integer("DRAFTGATE_GATE_TIMEOUT_MS", 1000, least=10, most=60_000)

# How long a reviewer keeps a held draft in hand without activity.
DRAFTGATE_REVIEW_CLAIM_MINUTES = env.integer(
    "DRAFTGATE_REVIEW_CLAIM_MINUTES", 15, least=1, most=480
)

# Names the log of what was decided, in every event and every checkpoint: a name of this
# deployment's own, such as its host.
DRAFTGATE_AUDIT_HOST = env.text("DRAFTGATE_AUDIT_HOST", ALLOWED_HOSTS[0] if ALLOWED_HOSTS else "")
# What checkpoints are signed with: the key itself, or else the file that holds it.
DRAFTGATE_AUDIT_KEY = env.text("DRAFTGATE_AUDIT_KEY")
DRAFTGATE_AUDIT_KEY_FILE = env.text("DRAFTGATE_AUDIT_KEY_FILE", str(VAR_DIR / "audit" / "key"))
# The last checkpoint, outside of the database and of its backups.
DRAFTGATE_AUDIT_CHECKPOINT_FILE = env.text(
    "DRAFTGATE_AUDIT_CHECKPOINT_FILE", str(VAR_DIR / "audit" / "checkpoint")
)
DRAFTGATE_AUDIT_CHECK_MINUTES = env.integer(
    "DRAFTGATE_AUDIT_CHECK_MINUTES", 60, least=1, most=10_080
)

# What the keys of people's texts are wrapped with: the key itself, or else the file that holds it.
DRAFTGATE_MASTER_KEY = env.text("DRAFTGATE_MASTER_KEY")
DRAFTGATE_MASTER_KEY_FILE = env.text("DRAFTGATE_MASTER_KEY_FILE", str(VAR_DIR / "keys" / "master"))

# Folders of articles stand below it; empty switches them off.
DRAFTGATE_KNOWLEDGE_ROOT = env.text("DRAFTGATE_KNOWLEDGE_ROOT")

# --- Work in the background --------------------------------------------------------------------

# Optional: the database row is the queue, a message only wakes a worker early.
CELERY_BROKER_URL = env.url(
    "CELERY_BROKER_URL", schemes={"redis", "rediss", "redis+socket", "amqp", "amqps"}
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True

# --- Logs --------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "logging.Formatter" if DEBUG else "console.log_format.WithoutTexts",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stderr"],
        "level": env.choice(
            "DRAFTGATE_LOG_LEVEL", "INFO", among={"DEBUG", "INFO", "WARNING", "ERROR"}
        ),
    },
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # Below these levels, requests, prompts and SQL parameters would be written out.
        "django.db.backends": {"level": "INFO"},
        "openai": {"level": "WARNING"},
        "httpx2": {"level": "WARNING"},
        "httpcore2": {"level": "WARNING"},
    },
}
