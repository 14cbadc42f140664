from django.db import migrations, models


def start_the_chain(apps, schema_editor):
    """The end of the empty chain; every event moves it on."""
    apps.get_model("audit", "Head").objects.using(schema_editor.connection.alias).create()


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('sequence', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(max_length=40)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('subject', models.CharField(max_length=120)),
                ('data', models.JSONField(default=dict)),
                ('previous_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'ordering': ('sequence',),
                'default_permissions': (),
                'indexes': [models.Index(fields=['kind', 'subject'], name='audit_kind_subject'), models.Index(fields=['subject', 'sequence'], name='audit_subject')],
            },
        ),
        migrations.CreateModel(
            name='Head',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('count', models.PositiveBigIntegerField(default=0)),
                ('last_hash', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='audit_one_head')],
            },
        ),
        migrations.RunPython(start_the_chain, migrations.RunPython.noop),
    ]
