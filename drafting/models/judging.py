"""What a semantic judge answered, so that the same question is asked once."""

from __future__ import annotations

from django.db import models


class JudgeAnswer(models.Model):
    """A usable answer of one model to one question; the question's fingerprint names it."""

    fingerprint = models.CharField(max_length=64)
    model = models.CharField(max_length=120)
    # As the model gave it: it quotes the draft.
    content = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("fingerprint", "model"), name="judge_answers_once"),
        )

    def __str__(self) -> str:
        return f"{self.model} on {self.fingerprint[:12]}"
