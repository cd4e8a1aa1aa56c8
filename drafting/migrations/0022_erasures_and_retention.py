"""Erasures, how long texts are kept, and holds that keep keys and salts, whoever asks."""

import compliance.sealing.fields
import django.core.validators
import django.db.models.deletion
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models


KEPT = """
CALL set_history_final('drafting', true);
CREATE TRIGGER erasure_is_final BEFORE UPDATE OR DELETE ON drafting_erasure
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER erasure_is_kept BEFORE TRUNCATE ON drafting_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

NO_LONGER = """
DROP TRIGGER erasure_is_kept ON drafting_erasure;
DROP TRIGGER erasure_is_final ON drafting_erasure;
"""

# Whatever asks for it, past our own code too: what a hold covers keeps its keys and salts.
GUARDED = """
CREATE FUNCTION refuse_what_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM await_erasures();
    IF EXISTS (
        SELECT FROM drafting_ticket AS ticket
        JOIN drafting_held AS held ON held.ticket_id = ticket.id
        WHERE ticket.data_key_id = OLD.id
    ) OR EXISTS (
        SELECT FROM drafting_customer AS customer
        JOIN drafting_held AS held ON held.customer_id = customer.id
        WHERE customer.data_key_id = OLD.id
    ) THEN
        RAISE EXCEPTION 'a legal hold keeps this key'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER held_key_is_kept BEFORE UPDATE ON compliance_datakey
    FOR EACH ROW WHEN (NEW.wrapped IS NULL) EXECUTE FUNCTION refuse_what_is_held();

CREATE FUNCTION refuse_salts_that_are_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM await_erasures();
    IF EXISTS (
        SELECT FROM gone
        JOIN compliance_auditevent AS event ON event.id = gone.event_id
        JOIN drafting_ticket AS ticket ON ticket.id = CASE
            WHEN event.ticket ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            THEN event.ticket::uuid
        END
        JOIN drafting_held AS held ON held.ticket_id = ticket.id
    ) THEN
        RAISE EXCEPTION 'a legal hold keeps these salts'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER held_salts_are_kept AFTER DELETE ON compliance_auditsalt
    REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_salts_that_are_held();
"""

UNGUARDED = """
DROP TRIGGER held_salts_are_kept ON compliance_auditsalt;
DROP FUNCTION refuse_salts_that_are_held();
DROP TRIGGER held_key_is_kept ON compliance_datakey;
DROP FUNCTION refuse_what_is_held();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('drafting', '0021_texts_are_sealed'),
        ('locations', '0016_unverified_statements'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='recallline',
            name='outcome',
            field=models.CharField(choices=[('waiting', 'not taken back yet'), ('recalled', 'taken back'), ('sent', 'was sent before'), ('held', 'was held already'), ('rejected', 'was rejected before'), ('superseded', 'was out of date already'), ('erased', 'was erased before'), ('failed', 'could not be taken back')], default='waiting', max_length=12),
        ),
        migrations.AlterField(
            model_name='customer',
            name='name',
            field=compliance.sealing.fields.SealedTextField(blank=True, help_text='Empty when unknown.', key='data_key_id', max_length=200, row=('code',)),
        ),
        migrations.AlterField(
            model_name='draft',
            name='status',
            field=models.CharField(choices=[('visible', 'visible to agents'), ('held', 'held for review'), ('sent', 'Sent'), ('rejected', 'Rejected'), ('superseded', 'Superseded'), ('erased', 'Erased')], max_length=12),
        ),
        migrations.AlterField(
            model_name='historicalcustomer',
            name='name',
            field=compliance.sealing.fields.SealedTextField(blank=True, help_text='Empty when unknown.', key='data_key_id', max_length=200, row=('code',)),
        ),
        migrations.CreateModel(
            name='HistoricalRetentionRule',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, help_text='Rises by one with every change.')),
                ('updated_at', models.DateTimeField(blank=True, editable=False)),
                ('channel', models.CharField(blank=True, help_text='The code of a channel; empty for all.', max_length=40)),
                ('days', models.PositiveIntegerField(blank=True, help_text='After the last activity on a ticket. Empty: for good.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='days that texts are kept')),
                ('record_days', models.PositiveIntegerField(blank=True, help_text='After the last change of the record and the last ticket, once all texts of the customer are due. Empty: for good. Only where the rule is for the whole operator.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='days that customer records are kept')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('brand', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='locations.brand')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vertical', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='locations.vertical')),
            ],
            options={
                'verbose_name': 'historical retention rule',
                'verbose_name_plural': 'historical retention rules',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='RetentionRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('tickets', models.PositiveIntegerField(default=0)),
                ('customers', models.PositiveIntegerField(default=0)),
                ('held', models.PositiveIntegerField(default=0)),
                ('failures', models.JSONField(default=list)),
            ],
            options={
                'ordering': ('-started_at',),
                'indexes': [models.Index(fields=['-started_at'], name='retention_run_latest')],
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('keeps_record', models.BooleanField(default=False)),
                ('customer_version', models.PositiveIntegerField(blank=True, null=True)),
                ('reason', models.TextField()),
                ('erased_at', models.DateTimeField()),
                ('event', models.UUIDField()),
                ('counts', models.JSONField(default=dict)),
                ('actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('customer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='drafting.customer')),
                ('ticket', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='drafting.ticket')),
            ],
            options={
                'ordering': ('-erased_at',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('customer__isnull', False), ('customer_version__isnull', False), ('ticket', None)), models.Q(('customer', None), ('customer_version', None), ('ticket__isnull', False)), _connector='OR'), name='erasure_of_one'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='erasure_says_why')],
            },
        ),
        migrations.CreateModel(
            name='RetentionRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, help_text='Rises by one with every change.')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('channel', models.CharField(blank=True, help_text='The code of a channel; empty for all.', max_length=40)),
                ('days', models.PositiveIntegerField(blank=True, help_text='After the last activity on a ticket. Empty: for good.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='days that texts are kept')),
                ('record_days', models.PositiveIntegerField(blank=True, help_text='After the last change of the record and the last ticket, once all texts of the customer are due. Empty: for good. Only where the rule is for the whole operator.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='days that customer records are kept')),
                ('brand', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='locations.brand')),
                ('vertical', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='locations.vertical')),
            ],
            options={
                'ordering': ('id',),
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('vertical', 'brand', 'channel'), name='retention_one_a_scope', nulls_distinct=False, violation_error_message='There is a rule for this vertical, brand and channel.'), models.CheckConstraint(condition=models.Q(models.Q(('days', None), ('days__gte', 1), _connector='OR'), models.Q(('record_days', None), ('record_days__gte', 1), _connector='OR')), name='retention_is_a_while'), models.CheckConstraint(condition=models.Q(('record_days', None), models.Q(('brand', None), ('channel', ''), ('vertical', None)), _connector='OR'), name='retention_records_of_all')],
            },
        ),
        migrations.RunSQL(KEPT, NO_LONGER),
        migrations.RunSQL(GUARDED, UNGUARDED),
    ]
