"""What the desk says about an article: the thread beside its form, and the page that shows all of it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from js_asset import Media

from articles import rules, workflow
from articles.workflow.reviewing import LONGEST_COMMENT

from . import typed
from .desk import with_nonce
from .history import article_for, context_of
from .stage_forms import in_full

# Beside the form; what was said before stands on the page of all comments.
SHOWN = 20


class CommentBox(forms.Textarea):
    @property
    def media(self):
        return Media(js=[Script("desk/comments.js", type="module")])


class CommentForm(forms.Form):
    text = forms.CharField(
        widget=CommentBox(attrs={"rows": 3, "dir": "auto"}),
        label=gettext_lazy("Your comment"),
        max_length=LONGEST_COMMENT,
        help_text=gettext_lazy(
            "Its owner and everyone in this thread are told by e-mail. Readers never see it."
        ),
        error_messages={"required": gettext_lazy("There is nothing in it yet: write your comment.")},
    )

    def __init__(self, *args, **kwargs):
        # The article's form on the same page has fields of its own.
        super().__init__(*args, auto_id="id_comment_%s", **kwargs)


def beside(article):
    """For the article's form: the last comments, in the order in which they were made."""
    newest = list(article.comments.order_by("-number")[: SHOWN + 1])
    return {
        "comments": newest[:SHOWN][::-1],
        "more_comments": len(newest) > SHOWN,
        "comment_form": CommentForm(),
        "comment_draft": _draft(article),
        "comments_address": address(article),
    }


def _draft(article, request=None):
    """What the browser knows the words by until they are sent: see typed.py."""
    return {
        "number": typed.draft_of(request) if request else "",
        "of": f"act:comment:{article.pk}",
        "put_back": bool(request) and typed.is_put_back(request),
        "label": f"{article}: {_('Comments')}",
    }


def address(article):
    return reverse("admin:articles_article_comments", args=[article.pk])


def view(model_admin, request, pk):
    """GET shows all; POST adds one."""
    article = article_for(model_admin, request, pk)
    if article is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, str(pk))
    if not rules.may_comment(request.user, article):
        raise PermissionDenied(_("This is another writer’s article."))
    put_back = typed.is_put_back(request)
    form = CommentForm(initial=request.POST.dict()) if put_back else CommentForm(request.POST or None)
    if form.is_bound:
        answer = _by_script if "application/json" in request.headers.get("Accept", "") else _by_page
        if form.is_valid():
            return answer(model_admin, request, article, form.cleaned_data["text"])
        if answer is _by_script:
            return JsonResponse({"problem": " ".join(form.errors["text"])}, status=400)
    return TemplateResponse(
        request,
        "admin/articles/article/comments_page.html",
        _context(model_admin, request, article, form),
        status=400 if form.errors else 200,
    )


def _by_script(model_admin, request, article, text):
    """For the script that leaves the article's form where it is."""
    comment, notice = workflow.comment_on(article, by=request.user, text=text)
    html = render_to_string("admin/articles/article/comment.html", {"comment": comment})
    return JsonResponse({"html": html, "said": _said(notice)}, status=201)


def _by_page(model_admin, request, article, text):
    _comment, notice = workflow.comment_on(article, by=request.user, text=text)
    model_admin.message_user(request, _said(notice), messages.WARNING if notice.failed else messages.SUCCESS)
    return typed.acknowledge(request, redirect(f"{address(article)}#desk-comments"))


def _said(notice):
    return in_full(_("Your comment was added."), notice)


def _context(model_admin, request, article, form):
    return {
        **context_of(model_admin, request, article, _("Comments")),
        "media": with_nonce(model_admin.media + form.media, request),
        "comments": article.comments.order_by("number"),
        "comment_form": form,
        "comment_draft": _draft(article, request),
        "comments_address": address(article),
    }
