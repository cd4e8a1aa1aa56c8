"""What a semantic judge answered, so that the same question is asked once."""

from __future__ import annotations

from django.db import models

from compliance.sealing.fields import SealedTextField
from compliance.sealing.keyed import DataKeyField


class JudgeAnswer(models.Model):
    """A usable answer of one model to one question, under the data key of whom it is about.

    The question is named by the digest of its fingerprint under that key.
    """

    data_key = DataKeyField()
    question_digest = models.CharField(max_length=64)
    model = models.CharField(max_length=120)
    # As the model gave it: it quotes the draft.
    content = SealedTextField(key="data_key_id", row=("data_key_id", "question_digest", "model"))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("data_key", "question_digest", "model"), name="judge_answers_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.model} on {self.question_digest[:12]}"
