from django import template

from articles.text import titled

register = template.Library()
register.filter("titled", titled)
