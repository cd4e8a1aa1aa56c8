from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0012_emoji_of_channels'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='historicaltoneoverlay',
            name='emoji_max_by_channel',
        ),
        migrations.RemoveField(
            model_name='toneoverlay',
            name='emoji_max_by_channel',
        ),
    ]
