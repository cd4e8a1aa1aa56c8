"""The application's role tries whatever might let it change a record: all of it is refused."""

import psycopg
import pytest
from django.apps import apps
from django.db.models import AutoField
from simple_history.models import HistoricalChanges

from console.privileges.roles import Roles
from locations.models.kept import Kept
from tests.console.privileges.conftest import session

pytestmark = pytest.mark.django_db

RECORDS = sorted(
    model._meta.db_table
    for model in apps.get_models()
    if issubclass(model, Kept | HistoricalChanges)
)
ERASABLE = {
    model._meta.db_table for model in apps.get_models() if getattr(model, "erasable", False)
}
CHANGE = 'UPDATE {table} SET "{column}" = "{column}"'
DELETE = "DELETE FROM {table}"
EVERYTHING = "SELECT * FROM {table}"
# What could be done to a table of records. {role} is the application's.
ON_A_RECORD = (
    "TRUNCATE {table}",
    "TRUNCATE {table} CASCADE",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} DISABLE TRIGGER USER",
    "ALTER TABLE {table} OWNER TO {role}",
    "ALTER TABLE {table} RENAME TO aside",
    "ALTER TABLE {table} ADD COLUMN more text",
    "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
    (
        "CREATE TRIGGER mine BEFORE INSERT ON {table} FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
    "CREATE RULE mine AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "DROP TABLE {table} CASCADE",
)
# What could be done around them.
ANYWHERE = (
    "SET session_replication_role = replica",
    "ALTER ROLE {role} SET session_replication_role = replica",
    "ALTER DATABASE {database} SET session_replication_role = replica",
    "SET ROLE {owner}",
    "SET SESSION AUTHORIZATION {owner}",
    "ALTER ROLE {role} SUPERUSER",
    "ALTER ROLE {role} CREATEROLE",
    "GRANT {owner} TO {role}",
    "CREATE ROLE helper SUPERUSER LOGIN",
    "REASSIGN OWNED BY {owner} TO {role}",
    "ALTER DATABASE {database} OWNER TO {role}",
    "DROP DATABASE {database}",
    "DROP TRIGGER decision_is_final ON compliance_gatedecision",
    "ALTER TRIGGER decision_is_final ON compliance_gatedecision RENAME TO other",
    (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'"
    ),
    (
        "CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'"
    ),
    "DROP FUNCTION refuse_change() CASCADE",
    "ALTER FUNCTION refuse_change() OWNER TO {role}",
    "ALTER FUNCTION refuse_change() SET search_path = nowhere",
    "CALL set_history_final('locations', false)",
    "DO $$ BEGIN CALL set_history_final('compliance', false); END $$",
    # What could stand in for the real tables and functions.
    "CREATE TABLE compliance_auditevents (id int)",
    "CREATE TABLE mine (event uuid REFERENCES compliance_auditevent)",
    "CREATE TEMPORARY TABLE compliance_auditevent (id int)",
    "CREATE TEMPORARY VIEW compliance_gatedecision AS SELECT 1 AS id",
    (
        "CREATE FUNCTION pg_temp.refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'"
    ),
    "CREATE FUNCTION current_setting(text, boolean) RETURNS text LANGUAGE sql AS 'SELECT NULL'",
    "CREATE SCHEMA mine",
    "CREATE SCHEMA AUTHORIZATION {role}",
    "DROP SCHEMA public CASCADE",
    "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION refuse_change()",
    "CREATE PUBLICATION mine FOR ALL TABLES",
    # The list of migrations decides what `migrate` does next.
    "INSERT INTO django_migrations (app, name, applied) VALUES ('compliance', '9999', now())",
    "DELETE FROM django_migrations",
    # The catalog, the server's files and programs.
    "UPDATE pg_catalog.pg_trigger SET tgenabled = 'D'",
    "DELETE FROM pg_catalog.pg_trigger",
    "COPY compliance_auditevent FROM PROGRAM 'true'",
    "COPY compliance_auditevent TO '/tmp/events'",
    "SELECT pg_read_file('PG_VERSION')",
    "ALTER SYSTEM SET session_replication_role = replica",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT ALL ON TABLES TO {role}",
    "ALTER SEQUENCE compliance_auditleaf_id_seq RESTART",
    "SELECT setval('compliance_auditleaf_id_seq', 1)",
)


def refused(application: psycopg.Connection, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        application.execute(statement)


@pytest.mark.parametrize("table", RECORDS)
def test_a_record_cannot_be_changed_or_stripped_of_its_triggers(
    application: psycopg.Connection, roles: Roles, table: str
):
    model = next(each for each in apps.get_models() if each._meta.db_table == table)
    changing = {model._meta.get_field(name).column for name in getattr(model, "changes", ())}
    columns = [field.column for field in model._meta.concrete_fields]
    application.execute("SET draftgate.may_truncate = on")

    for column in columns:
        if column not in changing:
            refused(application, CHANGE.format(table=table, column=column))
    if table not in ERASABLE:
        refused(application, DELETE.format(table=table))
    for statement in ON_A_RECORD:
        refused(application, statement.format(table=table, role=roles.application))


@pytest.mark.parametrize("statement", ANYWHERE)
def test_nothing_around_the_records_gives_way(
    application: psycopg.Connection, roles: Roles, statement: str
):
    database = application.info.dbname
    names = {"role": roles.application, "owner": roles.owner, "database": database}
    refused(application, statement.format(**names))


def test_nothing_can_be_granted_to_oneself(application: psycopg.Connection, roles: Roles):
    # PostgreSQL warns instead of refusing, where a role has some privilege on the table.
    application.execute(f"GRANT ALL ON compliance_auditevent TO {roles.application}")

    refused(application, "DELETE FROM compliance_auditevent")


def test_a_search_path_of_ones_own_changes_no_trigger(application: psycopg.Connection):
    application.execute("SET search_path = pg_temp, public, pg_catalog")
    try:
        refused(application, "UPDATE compliance_auditevent SET type = 'x'")
        refused(application, "CREATE TABLE pg_temp.compliance_pendingevent (event_id uuid)")
    finally:
        application.execute("RESET search_path")


def test_work_is_not_hindered(application: psycopg.Connection):
    tables = (
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not issubclass(model, Kept | HistoricalChanges)
    )
    for table in tables:
        application.execute(DELETE.format(table=table) + " WHERE false")
        application.execute(EVERYTHING.format(table=table))


def test_numbers_are_drawn(application: psycopg.Connection):
    serial = [
        model
        for model in apps.get_models(include_auto_created=True)
        if isinstance(model._meta.pk, AutoField) and model._meta.managed
    ]
    assert serial
    for model in serial:
        application.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)::regclass)",
            [model._meta.db_table, model._meta.pk.column],
        )


READ = (
    "SELECT id, type, body FROM compliance_auditevent",
    "SELECT * FROM compliance_auditcheckpoint",
    "SELECT id, verdict, rules_in_scope FROM compliance_gatedecision",
    "SELECT draft_id, agent_id, sent_at FROM drafting_sentreply",
    "SELECT * FROM compliance_historicalcompliancerule",
    "SELECT * FROM locations_policyvalue",
    "SELECT id, username FROM auth_user",
)
HIDDEN = (
    "SELECT * FROM compliance_auditsalt",
    "SELECT wrapped FROM compliance_datakey",
    "SELECT body FROM compliance_gateinputpart",
    "SELECT output_text FROM compliance_gatedecision",
    "SELECT findings FROM compliance_gatedecision",
    "SELECT facts_sha256 FROM compliance_gatedecision",
    "SELECT text FROM drafting_sentreply",
    "SELECT reason FROM drafting_approval",
    "SELECT text FROM drafting_ticketmessage",
    "SELECT candidate_text FROM drafting_draft",
    "SELECT payload FROM drafting_contextrecord",
    "SELECT name FROM drafting_customer",
    "SELECT name FROM drafting_historicalcustomer",
    "SELECT password FROM auth_user",
    "SELECT * FROM django_session",
    "SELECT * FROM console_apitoken",
    "INSERT INTO compliance_auditsalt (name) VALUES ('x')",
    "UPDATE compliance_auditlog SET size = 0",
    "DELETE FROM compliance_auditevent",
)


@pytest.fixture
def auditor(make_role, roles: Roles):
    """Somebody who was granted the auditors' role."""
    with session(make_role("auditor", f"LOGIN IN ROLE {roles.auditor}")) as opened:
        yield opened


def test_an_auditor_reads_what_was_decided_and_no_words_of_people(auditor: psycopg.Connection):
    for statement in READ:
        auditor.execute(statement)
    for statement in HIDDEN:
        refused(auditor, statement)


def test_a_backup_reads_everything_and_writes_nothing(make_role, roles: Roles):
    with session(make_role("backup", f"LOGIN IN ROLE {roles.backup}")) as opened:
        for table in (model._meta.db_table for model in apps.get_models()):
            opened.execute(EVERYTHING.format(table=table))
            # As pg_dump does before it reads.
            with opened.transaction():
                opened.execute(f"LOCK TABLE {table} IN ACCESS SHARE MODE")
        opened.execute("SELECT last_value FROM compliance_auditleaf_id_seq")
        opened.execute("SELECT * FROM django_migrations")
        refused(opened, "DELETE FROM drafting_customer")
        refused(opened, "SELECT nextval('compliance_auditleaf_id_seq')")
