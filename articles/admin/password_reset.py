"""A new password for the desk, by e-mail: whoever asks learns nothing about who has an account."""

from threading import Thread

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm
from django.core.cache import cache
from django.urls import path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Publication

# Seconds in which an account gets no second letter, however often somebody asks.
PAUSE = 300


def send_later(send):
    """The mail server takes its time: an answer that waits for it would tell that there is an account."""
    Thread(target=send).start()


class DeskPasswordResetForm(PasswordResetForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")

    def get_users(self, email):
        for user in super().get_users(email):
            if user.is_staff and cache.add(f"password-reset-{user.pk}", True, PAUSE):
                yield user

    def send_mail(self, *args, **kwargs):
        send = super().send_mail  # writes to the log where the letter cannot leave
        send_later(lambda: send(*args, **kwargs))


class Ask(views.PasswordResetView):
    form_class = DeskPasswordResetForm
    title = gettext_lazy("Forgotten your password?")
    email_template_name = "letters/password_reset.txt"
    subject_template_name = "letters/password_reset_subject.txt"

    def form_valid(self, form):
        # The name the site goes by, not the Host of the request, which its sender chooses.
        self.extra_email_context = {
            "site": settings.SITE_URL,
            "publication": Publication.objects.current().name,
        }
        return super().form_valid(form)


class Asked(views.PasswordResetDoneView):
    title = gettext_lazy("Look into your mail")


class Choose(views.PasswordResetConfirmView):
    title = gettext_lazy("Choose a new password")


class Chosen(views.PasswordResetCompleteView):
    title = gettext_lazy("Your password is changed")
    extra_context = {"login_address": reverse_lazy("admin:login")}


urlpatterns = [
    # The names are Django's: its own pages and views look for them.
    path("", Ask.as_view(), name="admin_password_reset"),
    path("done/", Asked.as_view(), name="password_reset_done"),
    path("<uidb64>/<token>/", Choose.as_view(), name="password_reset_confirm"),
    path("complete/", Chosen.as_view(), name="password_reset_complete"),
]
