"""Beside the form: what stands in the way of publishing the text as last saved, and what is worth a look."""

from dataclasses import dataclass

from articles import rules, workflow

from . import acts


@dataclass(frozen=True)
class Panel:
    """Lists of (words, the address of the field that mends it)."""

    in_the_way: list[tuple[str, str]]
    advice: list[tuple[str, str]]
    is_live: bool
    """Readers see this very text: there is nothing to publish."""


def panel(article, user, standing):
    """None for who cannot mend anything of it."""
    if not rules.may_change(user, article):
        return None
    return Panel(
        acts.with_addresses(workflow.readiness(article), article, user),
        acts.with_addresses(workflow.advice(article, by=user), article, user),
        is_live=standing.live_number is not None and not standing.changed,
    )
