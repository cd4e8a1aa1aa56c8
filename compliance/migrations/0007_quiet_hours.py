"""Channels have quiet hours, and decisions say until when they hold a text back."""

import django.core.validators
import django.db.models.deletion
import locations.models.fields
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0006_rules_that_read_both_sides'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='gatedecision',
            name='hold_until',
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name='gatedecision',
            name='purpose',
            field=models.CharField(choices=[('generation', 'Generation'), ('review_edit', 'edit in review'), ('pull', 'Pull'), ('send', 'Send'), ('schedule', 'scheduling, as of the moment it is for')], max_length=20),
        ),
        migrations.CreateModel(
            name='HistoricalQuietHours',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, help_text='Rises by one with every change.')),
                ('updated_at', models.DateTimeField(blank=True, editable=False)),
                ('code', models.CharField(db_index=True, max_length=60, validators=[django.core.validators.RegexValidator('^[A-Za-z0-9][A-Za-z0-9_-]*$', 'Use letters, digits, hyphens and underscores, starting with a letter or digit.')])),
                ('hours', models.CharField(help_text='21:00-08:00 for past midnight; 24 hours for the whole day.', max_length=120, verbose_name='quiet hours')),
                ('weekdays', locations.models.fields.Words(base_field=models.CharField(max_length=500), blank=True, default=list, help_text='mon to sun, the day on which the hours begin; empty means every day.', size=None, validators=[locations.models.fields.validate_weekdays])),
                ('holidays', locations.models.fields.Words(base_field=models.CharField(max_length=100, validators=[locations.models.fields.validate_holiday]), blank=True, default=list, help_text='Public holidays that are quiet all day, such as Thanksgiving Day, or all.', size=None)),
                ('states', locations.models.fields.Words(base_field=models.CharField(max_length=6, validators=[django.core.validators.RegexValidator('^(?:US-(?:AL|AK|AS|AZ|AR|CA|CO|CT|DE|DC|FL|GA|GU|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MP|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UM|UT|VT|VA|VI|WA|WV|WI|WY)|(?!US)[A-Z]{2}-[A-Z0-9]{1,3})$', 'Write an existing state as ISO 3166-2, country and state: US-MA.')]), blank=True, default=list, help_text='Only for these states, such as US-TX; empty means any. Several rows add up.', size=None)),
                ('clock', models.CharField(choices=[('customer', "the customer's: by their state, in each of its zones"), ('location', "the location's")], default='customer', help_text='It also decides whose state is meant.', max_length=10, verbose_name='whose clock')),
                ('concerns', models.CharField(choices=[('every', 'every message'), ('promotional', 'promotions only')], default='every', max_length=12, verbose_name='which messages')),
                ('answers_within_minutes', models.PositiveIntegerField(blank=True, help_text="Minutes after the customer's own message within which a reply may go out all the same; empty means that none may.", null=True, verbose_name='live answers go out')),
                ('citation', models.CharField(blank=True, max_length=300)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('channel', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='compliance.channelrestriction', verbose_name='channel')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical quiet hours',
                'verbose_name_plural': 'historical quiet hours',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='QuietHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, help_text='Rises by one with every change.')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('code', models.CharField(max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[A-Za-z0-9][A-Za-z0-9_-]*$', 'Use letters, digits, hyphens and underscores, starting with a letter or digit.')])),
                ('hours', models.CharField(help_text='21:00-08:00 for past midnight; 24 hours for the whole day.', max_length=120, verbose_name='quiet hours')),
                ('weekdays', locations.models.fields.Words(base_field=models.CharField(max_length=500), blank=True, default=list, help_text='mon to sun, the day on which the hours begin; empty means every day.', size=None, validators=[locations.models.fields.validate_weekdays])),
                ('holidays', locations.models.fields.Words(base_field=models.CharField(max_length=100, validators=[locations.models.fields.validate_holiday]), blank=True, default=list, help_text='Public holidays that are quiet all day, such as Thanksgiving Day, or all.', size=None)),
                ('states', locations.models.fields.Words(base_field=models.CharField(max_length=6, validators=[django.core.validators.RegexValidator('^(?:US-(?:AL|AK|AS|AZ|AR|CA|CO|CT|DE|DC|FL|GA|GU|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MP|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UM|UT|VT|VA|VI|WA|WV|WI|WY)|(?!US)[A-Z]{2}-[A-Z0-9]{1,3})$', 'Write an existing state as ISO 3166-2, country and state: US-MA.')]), blank=True, default=list, help_text='Only for these states, such as US-TX; empty means any. Several rows add up.', size=None)),
                ('clock', models.CharField(choices=[('customer', "the customer's: by their state, in each of its zones"), ('location', "the location's")], default='customer', help_text='It also decides whose state is meant.', max_length=10, verbose_name='whose clock')),
                ('concerns', models.CharField(choices=[('every', 'every message'), ('promotional', 'promotions only')], default='every', max_length=12, verbose_name='which messages')),
                ('answers_within_minutes', models.PositiveIntegerField(blank=True, help_text="Minutes after the customer's own message within which a reply may go out all the same; empty means that none may.", null=True, verbose_name='live answers go out')),
                ('citation', models.CharField(blank=True, max_length=300)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quiet_hours', to='compliance.channelrestriction', verbose_name='channel')),
            ],
            options={
                'verbose_name_plural': 'quiet hours',
                'ordering': ('code',),
                'abstract': False,
            },
        ),
        migrations.RunSQL("CALL set_history_final('compliance', true);", migrations.RunSQL.noop),
    ]
