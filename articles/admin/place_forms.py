"""What is asked before an article moves: to other topics, to another address. Both take effect at once."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import workflow
from articles.models import Article

from .act_forms import ActForm
from .address_field import AddressField, naming
from .topic_picker import TopicsField, names_of, save_new


class ClassifyForm(ActForm):
    submit = gettext_lazy("Change the topics")
    topics = TopicsField()

    def start(self, article, standing):
        return {"topics": names_of(article)}

    def prepare(self):
        self.fields["topics"].allow(self.user)

    def consequences(self):
        yield _("It takes effect at once: the article moves between the topics’ pages.")

    def act(self, values):
        workflow.classify(self.article, save_new(values["topics"]), by=self.user)
        return _("Topics changed.")


class AddressForm(ActForm):
    submit = gettext_lazy("Change the address")
    slug = AddressField(
        label=gettext_lazy("Address"), max_length=80, help_text=Article._meta.get_field("slug").help_text
    )

    def start(self, article, standing):
        return {"slug": article.slug}

    def consequences(self):
        yield _("It takes effect at once. The old address leads to the new one for good, and stays reserved.")

    def act(self, values):
        try:
            workflow.change_address(self.article, values["slug"], by=self.user)
        except ValidationError as problem:
            asked_for = Article(pk=self.article.pk, slug=values["slug"].lower())
            raise ValidationError(
                {
                    field: [naming(error, asked_for, self.user) for error in errors]
                    for field, errors in problem.error_dict.items()
                }
            ) from problem
        return _("The address has changed.")
