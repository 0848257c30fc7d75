"""Letters to those whom a step of a review concerns.

They leave once the step is written down, and nothing that befalls them undoes or stops it: a mail server that fails
is a line in the server's log, and a sentence to whoever took the step.
"""

import logging
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules
from articles.models import Event, Publication

from .acting import name_of

# The one whose answer lies in the database: backends of other logins cannot be asked for all at once.
BACKEND = "django.contrib.auth.backends.ModelBackend"
logger = logging.getLogger(__name__)

SAID = {
    Event.Action.SUBMITTED: gettext_lazy("%(who)s submitted “%(title)s” for review"),
    Event.Action.RETURNED: gettext_lazy("%(who)s returned “%(title)s” with a comment"),
    Event.Action.APPROVED: gettext_lazy("%(who)s approved “%(title)s”"),
    Event.Action.COMMENTED: gettext_lazy("%(who)s commented on “%(title)s”"),
}
NEXT = {
    Event.Action.SUBMITTED: gettext_lazy("It waits for an editor to return or approve it."),
    Event.Action.RETURNED: gettext_lazy("It is a draft again: change it, then submit it once more."),
    Event.Action.APPROVED: gettext_lazy("A publisher can publish it now. A change makes it a draft again."),
}


class Notice:
    """The letters of one step. `failed` says, once they were sent, whether any was not."""

    def __init__(self, letters):
        self.letters, self.failed = letters, False

    def send(self):
        connection = get_connection()
        try:
            with connection:
                for letter in self.letters:
                    self._send_one(connection, letter)
        except OSError:
            # No server, or one that has stopped answering: to try the others would take as long for each.
            self.failed = True
            logger.exception("The mail server failed; not all of %d notices were sent", len(self.letters))

    def _send_one(self, connection, letter):
        try:
            connection.send_messages([letter])
        except (SMTPRecipientsRefused, ValueError):  # ValueError: an address that is none
            self.failed = True
            logger.exception("A notice could not be sent")


def tell_editors(article, action, *, by, comment):
    """To everyone who may approve it."""
    users = get_user_model().objects
    editors = users.with_perm("articles.approve_article", backend=BACKEND) & _people()
    return _tell(editors, article, action, by=by, comment=comment, why=_("You get this because you review."))


def tell_participants(article, action, *, by, comment):
    """To its owner and everyone who has commented on it or moved it, as far as they may see it still."""
    moves = article.events.filter(action__in=SAID).exclude(by=None).values("by")
    said = article.comments.exclude(by=None).values("by")
    people = _people().filter(pk__in=moves) | _people().filter(pk__in=said)
    if article.owner_id:
        people |= _people().filter(pk=article.owner_id)
    concerned = [user for user in people.distinct() if rules.may_see(user, article)]
    why = _("You get this because it is your article, or you have taken part in its review.")
    return _tell(concerned, article, action, by=by, comment=comment, why=why)


def _people():
    return get_user_model().objects.filter(is_active=True, is_staff=True).exclude(email="")


def _tell(people, article, action, *, by, comment, why):
    said = SAID[action] % {"who": " ".join(name_of(by).split()), "title": article}
    address = settings.SITE_URL + reverse("admin:articles_article_change", args=[article.pk])
    publication = Publication.objects.current().name
    body = render_to_string(
        "letters/notice.txt",
        {
            "said": said,
            "comment": "\n".join(f"> {line}".rstrip() for line in comment.splitlines()),
            "next": NEXT.get(action),
            "address": address,
            "publication": publication,
            "why": why,
        },
    )
    # One letter an address: two accounts of one person would get two.
    to = {user.email.casefold(): user.email for user in people if user.pk != by.pk}
    headers = {"Auto-Submitted": "auto-generated"}
    letters = [EmailMessage(said, body, to=[one], headers=headers) for one in sorted(to.values())]
    notice = Notice(letters)
    if letters:
        transaction.on_commit(notice.send)
    return notice
