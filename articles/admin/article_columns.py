"""What the list shows of an article, and what a form shows that cannot be changed there."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import status_of
from articles.text import plain_text

from . import stage_words, status

# Of an article its viewer may not change.
READING = ("title", "standfirst", "kind", "language", "printed_authors", "printed_disclaimer", "plain_body")


class ArticleColumns:
    list_display = ("name", "kind", "standing", "topic_names", "author_names", "last_saved")
    list_display_links = ("name",)

    sortable_by = ("name", "last_saved")

    def list_rows(self, rows):
        # Three queries for all rows, instead of three for each; the texts stay where they are.
        return rows.defer("body").prefetch_related("bylines", "taggings__tag")

    @admin.display(description=gettext_lazy("title"), ordering="title_key")
    def name(self, article):
        return str(article)

    @admin.display(description=gettext_lazy("status"))
    def standing(self, article):
        standing = status_of(article)
        said = format_html('<span class="desk-state is-{}">{}</span>', standing.code, status.short(standing))
        stage = stage_words.short(article, standing)
        return format_html('{}<span class="desk-detail">{}</span>', said, stage) if stage else said

    @admin.display(description=gettext_lazy("topics"))
    def topic_names(self, article):
        return ", ".join(sorted(tagging.tag.name for tagging in article.taggings.all()))

    @admin.display(description=gettext_lazy("authors"))
    def author_names(self, article):
        return ", ".join(line.name for line in article.bylines.all())

    @admin.display(description=gettext_lazy("last saved"), ordering="modified_at")
    def last_saved(self, article):
        return status.brief(article.modified_at)

    @admin.display(description=gettext_lazy("topics"))
    def public_topics(self, article):
        names = ", ".join(tagging.tag.name for tagging in article.taggings.select_related("tag"))
        return names or _("None")

    @admin.display(description=gettext_lazy("address"))
    def public_address(self, article):
        return article.get_absolute_url()

    @admin.display(description=gettext_lazy("authors"))
    def printed_authors(self, article):
        return ", ".join(line.printed_name for line in article.bylines.all())

    @admin.display(description=gettext_lazy("disclaimer"))
    def printed_disclaimer(self, article):
        return article.disclaimer.wording if article.disclaimer else _("None")

    @admin.display(description=gettext_lazy("text"))
    def plain_body(self, article):
        paragraphs = plain_text(article.body).split("\n\n")
        return format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in paragraphs))
