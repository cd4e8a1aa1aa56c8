"""Legal holds, and what each of those in force covers, as the database itself tells it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# When something happened on a ticket: given or our own moments, whichever lie further out.
ACTIVITY = """
CREATE VIEW drafting_ticketactivity AS
SELECT
    ticket.id AS ticket_id,
    LEAST(ticket.arrived_at, ticket.created_at, said.first_at) AS first_at,
    GREATEST(
        ticket.arrived_at, ticket.created_at, said.last_at,
        (SELECT max(created_at) FROM drafting_draftjob WHERE ticket_id = ticket.id),
        drafted.last_at
    ) AS last_at
FROM drafting_ticket AS ticket
LEFT JOIN LATERAL (
    SELECT min(sent_at) AS first_at, max(sent_at) AS last_at
    FROM drafting_ticketmessage WHERE ticket_id = ticket.id
) AS said ON true
LEFT JOIN LATERAL (
    SELECT max(GREATEST(
        draft.created_at,
        review.opened_at,
        review.closed_at,
        sent.sent_at,
        (SELECT max(send_at) FROM drafting_scheduledreply
            WHERE draft_id = draft.id AND state = 'waiting')
    )) AS last_at
    FROM drafting_draft AS draft
    LEFT JOIN drafting_reviewitem AS review ON review.draft_id = draft.id
    LEFT JOIN drafting_sentreply AS sent ON sent.draft_id = draft.id
    WHERE draft.ticket_id = ticket.id
) AS drafted ON true;
"""

HELD = """
CREATE VIEW drafting_held AS
SELECT
    hold.id || '/' || ticket.id AS key,
    hold.id AS hold_id,
    ticket.id AS ticket_id,
    ticket.customer_id
FROM drafting_legalhold AS hold
JOIN drafting_ticket AS ticket ON
    hold.ticket_id = ticket.id
    OR hold.customer_id = ticket.customer_id
    OR (
        hold.ticket_id IS NULL AND hold.customer_id IS NULL
        AND (hold.location_id IS NULL OR hold.location_id = ticket.location_id)
        AND (
            (hold.since IS NULL AND hold.until IS NULL)
            OR EXISTS (
                SELECT FROM drafting_ticketactivity AS activity
                WHERE activity.ticket_id = ticket.id
                AND (
                    hold.since IS NULL
                    OR activity.last_at >= hold.since::timestamp AT TIME ZONE 'UTC'
                )
                AND (
                    hold.until IS NULL
                    OR activity.first_at < (hold.until + 1)::timestamp AT TIME ZONE 'UTC'
                )
            )
        )
    )
WHERE hold.released_at IS NULL
UNION ALL
SELECT
    hold.id || '/customer/' || customer.id,
    hold.id,
    NULL,
    customer.id
FROM drafting_legalhold AS hold
JOIN drafting_customer AS customer ON
    hold.customer_id = customer.id
    OR (hold.customer_id IS NULL AND hold.ticket_id IS NULL AND hold.location_id IS NULL)
WHERE hold.released_at IS NULL
AND NOT EXISTS (SELECT FROM drafting_ticket WHERE customer_id = customer.id);
"""

# A hold and an erasure wait for each other here: whoever comes second sees what the first did.
FINAL = """
CREATE FUNCTION await_erasures() RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(7308604897285893220)
$$;

CREATE FUNCTION hold_awaits_erasures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM await_erasures();
    RETURN NEW;
END $$;
CREATE TRIGGER hold_awaits_erasures BEFORE INSERT ON drafting_legalhold
    FOR EACH ROW EXECUTE FUNCTION hold_awaits_erasures();

CREATE FUNCTION refuse_hold_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL AND NEW.released_at IS NOT NULL
        AND to_jsonb(OLD) - '{released_at,released_by_id,release_reason}'::text[]
            = to_jsonb(NEW) - '{released_at,released_by_id,release_reason}'::text[]
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'holds are released, and otherwise never changed or deleted'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER hold_is_final BEFORE UPDATE OR DELETE ON drafting_legalhold
    FOR EACH ROW EXECUTE FUNCTION refuse_hold_change();
CREATE TRIGGER hold_is_kept BEFORE TRUNCATE ON drafting_legalhold
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

NO_LONGER = """
DROP TRIGGER hold_is_kept ON drafting_legalhold;
DROP TRIGGER hold_is_final ON drafting_legalhold;
DROP FUNCTION refuse_hold_change();
DROP TRIGGER hold_awaits_erasures ON drafting_legalhold;
DROP FUNCTION hold_awaits_erasures();
DROP FUNCTION await_erasures();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0024_events_of_holds'),
        ('drafting', '0015_keys_of_customers_and_tickets'),
        ('locations', '0016_unverified_statements'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Held',
            fields=[
                ('key', models.CharField(max_length=80, primary_key=True, serialize=False)),
            ],
            options={
                'db_table': 'drafting_held',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='TicketActivity',
            fields=[
                ('ticket', models.OneToOneField(on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='activity', serialize=False, to='drafting.ticket')),
                ('first_at', models.DateTimeField()),
                ('last_at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'activity of tickets',
                'db_table': 'drafting_ticketactivity',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('matter', models.CharField(max_length=200)),
                ('reason', models.TextField()),
                ('placed_at', models.DateTimeField()),
                ('released_at', models.DateTimeField(blank=True, null=True)),
                ('release_reason', models.TextField(blank=True)),
                ('customer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='drafting.customer')),
                ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='locations.location')),
                ('placed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('released_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ticket', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='drafting.ticket')),
            ],
            options={
                'ordering': ('-placed_at',),
                'indexes': [models.Index(condition=models.Q(('released_at', None)), fields=['placed_at'], name='hold_active')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('customer__isnull', False), ('location', None), ('ticket', None), ('since', None), ('until', None)), models.Q(('customer', None), ('location', None), ('ticket__isnull', False), ('since', None), ('until', None)), models.Q(('customer', None), ('ticket', None), models.Q(('location__isnull', False), ('since__isnull', False), ('until__isnull', False), _connector='OR')), _connector='OR'), name='hold_names_what_it_keeps'), models.CheckConstraint(condition=models.Q(('since', None), ('until', None), ('until__gte', models.F('since')), _connector='OR'), name='hold_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('matter', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='hold_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('release_reason', ''), ('released_at', None), ('released_by', None)), models.Q(('released_at__isnull', False), ('released_by__isnull', False), models.Q(('release_reason', ''), _negated=True)), _connector='OR'), name='hold_release_is_whole')],
            },
        ),
        migrations.RunSQL(ACTIVITY, "DROP VIEW drafting_ticketactivity"),
        migrations.RunSQL(HELD, "DROP VIEW drafting_held"),
        migrations.RunSQL(FINAL, NO_LONGER),
    ]
