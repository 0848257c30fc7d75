"""What readers are told, and the catalogs that say it in other languages. `make messages` brings the catalogs up to date.

The desk speaks Django's languages where Django has its words, and English where it has ours.
"""

import ast
from pathlib import Path

import polib
from django.conf import settings
from django.template import engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

ROOT = Path(__file__).resolve().parent.parent
CATALOGS = ROOT / "articles" / "locale"
TEMPLATES = ("*.html", "articles/**/*.html", "components/**/*.html", "feeds/**/*.html", "metadata/**/*.html")
MODULES = (
    "views/*.py",
    "feeds.py",
    "models/kinds.py",
    "models/reason.py",
    "models/relation.py",
    "models/version.py",
)
SINGULAR = {"_", "gettext", "gettext_lazy"}
PLURAL = {"ngettext", "ngettext_lazy"}


def languages():
    return [code for code, _name in settings.LANGUAGES if code != "en"]


def wanted():
    """{msgid: the msgid of its plural, or ""} of all that public pages say, in the order of the files."""
    found = {}
    for pattern in TEMPLATES:
        for path in sorted((ROOT / "templates").glob(pattern)):
            found |= dict(_of_template(path))
    for pattern in MODULES:
        for path in sorted((ROOT / "articles").glob(pattern)):
            found |= dict(_of_module(path))
    return found


def _of_template(path):
    template = engines["django"].get_template(str(path.relative_to(ROOT / "templates"))).template
    for node in template.nodelist.get_nodes_by_type(TranslateNode):
        yield node.filter_expression.var.literal, ""
    for node in template.nodelist.get_nodes_by_type(BlockTranslateNode):
        plural = node.render_token_list(node.plural)[0] if node.plural else ""
        yield node.render_token_list(node.singular)[0], plural


def _of_module(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in SINGULAR:
                yield ast.literal_eval(node.args[0]), ""
            elif node.func.id in PLURAL:
                yield ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1])


def folder(language):
    return CATALOGS / language / "LC_MESSAGES"


def read(language):
    return polib.pofile(str(folder(language) / "django.po"))


def update(language):
    """Add what is missing, untranslated, and drop what nobody says any more; then compile."""
    catalog, ids = read(language), wanted()
    for entry in list(catalog):
        if entry.msgid not in ids:
            catalog.remove(entry)
    forms = 1 if language == "ko" else 2
    for msgid, plural in ids.items():
        if catalog.find(msgid) is None:
            words = (
                {"msgid_plural": plural, "msgstr_plural": dict.fromkeys(range(forms), "")} if plural else {}
            )
            catalog.append(polib.POEntry(msgid=msgid, **words))
    catalog.sort(key=lambda entry: list(ids).index(entry.msgid))
    catalog.save(str(folder(language) / "django.po"))
    catalog.save_as_mofile(str(folder(language) / "django.mo"))
    return [entry.msgid for entry in catalog.untranslated_entries()]


if __name__ == "__main__":
    import django

    django.setup()
    for code in languages():
        for msgid in update(code):
            print(f"{code}: {msgid!r} waits for a translation")
