from django import forms
from django.contrib import admin, messages
from django.db.models import ProtectedError, Q
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import rules, workflow
from articles.models import Article, Image, clock

from . import library, search
from .desk import LISTED, DeskAdmin, linked, refused_in_words, with_nonce
from .status import day

WORDS = ("title", "alt", "is_decorative", "caption", "credit")
FOCUS = ("focal_x", "focal_y")
READING = ("picture", "facts", "where")


class ImageFilter(admin.SimpleListFilter):
    title = gettext_lazy("what is missing")
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return [("alt", _("Alternative text")), ("use", _("Any use"))]

    def queryset(self, request, queryset):
        conditions = {"alt": Q(alt="", is_decorative=False), "use": Q(in_use=False)}
        return queryset.filter(conditions.get(self.value(), Q()))


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    list_display = ("thumbnail", "title", "state", "size", "added")
    list_display_links = ("thumbnail", "title")
    list_filter = (ImageFilter,)
    list_per_page = 48
    search_fields = ("title",)
    search_help_text = gettext_lazy("Words of the name, the alternative text, the caption or the credit")
    ordering = ("-created_at", "uid")
    fieldsets = (
        (None, {"fields": ("picture", *WORDS)}),
        (gettext_lazy("Focus"), {"fields": (FOCUS,), "description": gettext_lazy(
            "What stays in sight where the picture is cropped. Press the place in the picture, or write the numbers."
        )}),
        (gettext_lazy("On record"), {"fields": ("facts", "where")}),
    )  # fmt: skip
    change_list_template = "admin/articles/image/change_list.html"

    class Media:
        js = (forms.Script("desk/upload.js", type="module"), forms.Script("desk/focus.js", type="module"))

    def get_urls(self):
        view = self.admin_site.admin_view
        return [path("choose/", view(library.suggestions), name="articles_image_choose"), *super().get_urls()]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in ("alt", "caption"):
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
        if db_field.name in FOCUS:
            kwargs["widget"] = forms.NumberInput(attrs={"min": 0, "max": 100})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    # -- Who may ------------------------------------------------------------------------------------------

    def get_queryset(self, request):
        return super().get_queryset(request).with_use(clock.now())

    def has_change_permission(self, request, obj=None):
        own = super().has_change_permission(request, obj)
        return own and (obj is None or rules.may_change_image(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        own = super().has_delete_permission(request, obj)
        return own and (obj is None or rules.may_change_image(request.user, obj))

    def get_readonly_fields(self, request, obj=None):
        return READING

    # -- The list -----------------------------------------------------------------------------------------

    def get_search_results(self, request, queryset, search_term):
        return search.images(queryset, search_term), False

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, image):
        return format_html(
            '<img class="desk-thumb" src="{}" alt="{}" loading="lazy">', image.thumbnail_url, image.title
        )

    @admin.display(description=gettext_lazy("state"))
    def state(self, image):
        said = _("In use") if image.in_use else _("Not used")
        return said if image.is_described else f"{said}; {_('no alternative text')}"

    @admin.display(description=gettext_lazy("size"))
    def size(self, image):
        return f"{image.width} × {image.height}"

    @admin.display(description=gettext_lazy("added"), ordering="created_at")
    def added(self, image):
        return f"{day(image.created_at)}, {image.created_by_name}"

    # -- The form -----------------------------------------------------------------------------------------

    @refused_in_words
    def add_view(self, request, form_url="", extra_context=None):
        """Upload: of a form, or file by file of a script, which asks for JSON."""
        if not self.has_add_permission(request):
            raise library.denied()
        if request.method == "POST":
            told = library.take_in(request)
            if request.accepts("text/html"):
                return self._after_upload(request, told)
            return JsonResponse(library.as_json(told[0]), status=200 if told[0].image else 400)
        context = {**self.admin_site.each_context(request), "title": _("Add pictures"), "opts": self.opts}
        context["media"] = with_nonce(self.media, request)
        return TemplateResponse(request, "admin/articles/image/add.html", context)

    def _after_upload(self, request, told):
        for upload in told:
            level = messages.SUCCESS if upload.image else messages.ERROR
            self.message_user(
                request, f"“{upload.name}”: {upload.said}" if upload.name else upload.said, level
            )
        images = [upload.image for upload in told if upload.image]
        if len(images) == 1:
            return redirect("admin:articles_image_change", images[0].pk)
        return redirect("admin:articles_image_changelist" if images else "admin:articles_image_add")

    def save_model(self, request, obj, form, change):
        workflow.describe_image(obj, by=request.user)

    def delete_model(self, request, obj):
        try:
            workflow.delete_image(obj, by=request.user)
        except workflow.Refusal as refusal:
            raise ProtectedError(str(refusal), set()) from refusal

    def articles_with(self, record):
        return Article.objects.using_image(record)

    def get_deleted_objects(self, objs, request):
        deleted, counts, _lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set(), self._uses(objs[0], request.user) if protected else []

    def _uses(self, image, user):
        """Links to the articles this account may see, and how many others there are: a draft's title is its writer's."""
        articles = self.articles_with(image)
        seen = list(rules.visible(user, articles).order_by("-modified_at", "uid").only("title")[: LISTED + 1])
        links = [linked(article) for article in seen[:LISTED]]
        # Counted no further than is told: a logo may stand in every piece there is.
        hidden = len(articles.order_by().values_list("pk")[: len(seen) + LISTED + 1]) - len(seen)
        if len(seen) > LISTED or hidden > LISTED:
            return [*links, _("and more")]
        return [*links, ngettext("%d article more", "%d articles more", hidden) % hidden] if hidden else links

    def get_object(self, request, object_id, from_field=None):
        image = super().get_object(request, object_id, from_field)
        if image:
            image.uses = self._uses(image, request.user)
        return image

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, image):
        name, width = image.fallback, image.renditions[image.fallback][-1]
        return format_html(
            '<span class="desk-focus" data-focus><img src="{}" alt="{}" width="{}" height="{}"></span>',
            image.url(name, width),
            image.alt,
            width,
            image.height_at(width),
        )

    @admin.display(description=gettext_lazy("file"))
    def facts(self, image):
        return _("%(width)d × %(height)d pixels, %(kind)s, %(size)d kB; added by %(who)s on %(day)s") % {
            "width": image.width,
            "height": image.height,
            "kind": image.get_format_display(),
            "size": max(1, image.bytes // 1024),
            "who": image.created_by_name,
            "day": day(image.created_at),
        }

    @admin.display(description=gettext_lazy("where it is used"))
    def where(self, image):
        if not image.uses:
            return _("Nowhere yet.")
        items = format_html_join("", "<li>{}</li>", ((use,) for use in image.uses))
        return format_html('<ul class="desk-list">{}</ul>', items)
