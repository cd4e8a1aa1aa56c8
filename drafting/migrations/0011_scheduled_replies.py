"""Replies may be scheduled; they are gated again at their moment."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0007_quiet_hours'),
        ('drafting', '0010_knowledge_sources'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ScheduledReply',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('send_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sent', 'Sent'), ('cancelled', 'Cancelled'), ('refused', 'refused by the gate, or nobody may send it any more'), ('failed', 'failed again and again')], default='waiting', max_length=10)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('lease_token', models.UUIDField(blank=True, null=True)),
                ('agent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='compliance.gatedecision')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scheduled', to='drafting.draft')),
            ],
            options={
                'verbose_name_plural': 'scheduled replies',
                'ordering': ('-created_at',),
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['send_at'], name='scheduled_due'), models.Index(condition=models.Q(('state__in', ('refused', 'failed'))), fields=['state'], name='scheduled_not_sent')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('draft',), name='scheduled_once'), models.CheckConstraint(condition=models.Q(('state__in', ('waiting', 'sent')), models.Q(('note', ''), _negated=True), _connector='OR'), name='scheduled_says_why_not')],
            },
        ),
    ]
