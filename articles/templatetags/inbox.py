from django import template

from articles.admin import inbox, picture

register = template.Library()


@register.simple_tag
def boxes_of(user):
    return inbox.boxes_of(user)


@register.simple_tag
def picture_of_months():
    return picture.picture()


@register.simple_tag
def quiet_topics():
    return picture.quiet_topics()
