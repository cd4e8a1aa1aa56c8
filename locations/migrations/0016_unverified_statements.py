"""What is done about statements that no stored fact answers, by kind of facts."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('locations', '0015_policy_values_by_layer'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicaloperatorprofile',
            name='unverified_data',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states an order, a total or points that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='customer data'),
        ),
        migrations.AddField(
            model_name='historicaloperatorprofile',
            name='unverified_hours',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states hours of a place or a service that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='hours'),
        ),
        migrations.AddField(
            model_name='historicaloperatorprofile',
            name='unverified_offer',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a discount that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='offers'),
        ),
        migrations.AddField(
            model_name='historicaloperatorprofile',
            name='unverified_policy',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a price, a fee or a term that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='policies and prices'),
        ),
        migrations.AddField(
            model_name='historicaloperatorprofile',
            name='unverified_source',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states something of an article in doubt that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='sources'),
        ),
        migrations.AddField(
            model_name='historicalvertical',
            name='unverified_data',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states an order, a total or points that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='customer data'),
        ),
        migrations.AddField(
            model_name='historicalvertical',
            name='unverified_hours',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states hours of a place or a service that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='hours'),
        ),
        migrations.AddField(
            model_name='historicalvertical',
            name='unverified_offer',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a discount that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='offers'),
        ),
        migrations.AddField(
            model_name='historicalvertical',
            name='unverified_policy',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a price, a fee or a term that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='policies and prices'),
        ),
        migrations.AddField(
            model_name='historicalvertical',
            name='unverified_source',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states something of an article in doubt that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='sources'),
        ),
        migrations.AddField(
            model_name='operatorprofile',
            name='unverified_data',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states an order, a total or points that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='customer data'),
        ),
        migrations.AddField(
            model_name='operatorprofile',
            name='unverified_hours',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states hours of a place or a service that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='hours'),
        ),
        migrations.AddField(
            model_name='operatorprofile',
            name='unverified_offer',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a discount that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='offers'),
        ),
        migrations.AddField(
            model_name='operatorprofile',
            name='unverified_policy',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a price, a fee or a term that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='policies and prices'),
        ),
        migrations.AddField(
            model_name='operatorprofile',
            name='unverified_source',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states something of an article in doubt that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='sources'),
        ),
        migrations.AddField(
            model_name='vertical',
            name='unverified_data',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states an order, a total or points that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='customer data'),
        ),
        migrations.AddField(
            model_name='vertical',
            name='unverified_hours',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states hours of a place or a service that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='hours'),
        ),
        migrations.AddField(
            model_name='vertical',
            name='unverified_offer',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a discount that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='offers'),
        ),
        migrations.AddField(
            model_name='vertical',
            name='unverified_policy',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states a price, a fee or a term that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='policies and prices'),
        ),
        migrations.AddField(
            model_name='vertical',
            name='unverified_source',
            field=models.CharField(blank=True, choices=[('ignore', 'nothing'), ('advise', 'a note on the draft'), ('block', 'the draft is held for a reviewer')], help_text='When a draft states something of an article in doubt that nothing here answers. Empty: as the wider setting says, in the end a note.', max_length=10, verbose_name='sources'),
        ),
    ]
