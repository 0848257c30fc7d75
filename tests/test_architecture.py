"""The layers: a module imports from its own layer or a lower one. Read `LAYERS` aloud and you know the house."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS = {
    "articles.text": 0,
    "articles.manuscripts": 0,
    "articles.citations": 0,
    "articles.imaging": 0,
    "articles.models": 1,
    "articles.migrations": 1,
    "articles.workflow": 2,
    "articles.rules": 2,
    "articles.matching": 2,
    "articles.importing": 2,
    "articles.checks": 2,
    "articles.apps": 3,
    "articles.admin": 3,
    "articles.views": 3,
    "articles.feeds": 3,
    "articles.sitemaps": 3,
    "articles.templatetags": 3,
    "articles.languages": 3,
    "articles.management": 3,
    "articles.urls": 4,
}
# What the pure layers may use besides the standard library.
PURE = {"PIL", "nh3", "anyascii", "markdown_it", "mdit_py_plugins"}
# The closed list of reasons to import inside a function, and where that is done.
DEFERRED = {
    "articles.apps": "Django's apps are not ready when this module is read.",
}


def modules():
    for path in sorted((ROOT / "articles").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def layer_of(name):
    return next((LAYERS[prefix] for prefix in _prefixes(name) if prefix in LAYERS), None)


def _prefixes(name):
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(len(parts), 0, -1)]


def imports(name, path):
    """(imported module, whether the import stands inside a function) for each import of the file."""
    tree = ast.parse(path.read_text())
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in inside
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parent = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parent, base] if base else parent)
            for alias in node.names:
                yield f"{base}.{alias.name}", id(node) in inside


MODULES = [pytest.param(name, path, id=name) for name, path in modules()]


@pytest.mark.parametrize(("name", "path"), MODULES)
def test_module_has_a_layer(name, path):
    assert name == "articles" or layer_of(name) is not None, "Give the module a layer, or put it into a room."


@pytest.mark.parametrize(("name", "path"), MODULES)
def test_imports_go_down(name, path):
    own = layer_of(name)
    above = [
        target
        for target, _inside in imports(name, path)
        if target.startswith("articles.") and (layer_of(target) or 0) > (own or 0)
        if name != "articles.apps"
    ]
    assert not above


@pytest.mark.parametrize(("name", "path"), [m for m in MODULES if layer_of(m.values[0]) == 0])
def test_pure_layers_know_neither_django_nor_a_database(name, path):
    import sys

    foreign = {
        target.partition(".")[0]
        for target, _inside in imports(name, path)
        if target.partition(".")[0] not in sys.stdlib_module_names | PURE | {"articles"}
    }
    assert not foreign


@pytest.mark.parametrize(("name", "path"), MODULES)
def test_deferred_imports_have_a_reason(name, path):
    deferred = [target for target, inside in imports(name, path) if inside]
    assert not deferred or name in DEFERRED


def test_deferred_reasons_are_all_in_use():
    used = {name for name, path in modules() if any(inside for _target, inside in imports(name, path))}
    assert used == set(DEFERRED)


def test_the_package_itself_imports_nothing():
    assert not list(imports("articles", ROOT / "articles" / "__init__.py"))


def test_views_do_not_filter():
    """A view asks a QuerySet for a named set; a condition of its own is how drafts leak."""
    calls = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "articles" / "views").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"filter", "exclude"}
    ]
    assert not calls


def test_safe_stands_once():
    """`|safe` on the rendered body, in one component. Nothing else switches escaping off."""
    templates = [p for p in (ROOT / "templates").rglob("*.html") if "|safe" in p.read_text()]
    assert [p.name for p in templates] == ["html.html"]


@pytest.mark.parametrize("word", ["utils", "common", "helpers", "misc"])
def test_no_room_for_odds_and_ends(word):
    assert not [name for name, _path in modules() if word in name.split(".")]


def lines_of(path):
    return len(path.read_text().splitlines())


def own_modules():
    """Of the application and the wiring. Migrations are written by Django."""
    rooms = (ROOT / "articles", ROOT / "thinktank")
    return [path for room in rooms for path in room.rglob("*.py") if path.parent.name != "migrations"]


def test_no_file_is_longer_than_one_sitting():
    files = [*own_modules(), *(ROOT / "static" / "desk").glob("*.css")]
    assert not {path.name: lines_of(path) for path in files if lines_of(path) >= 300}


def test_no_function_is_longer_than_a_screen():
    long = {
        f"{path.name}:{node.name}": node.end_lineno - node.lineno + 1
        for path in own_modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno + 1 >= 40
    }
    assert not long


def test_no_template_is_longer_than_two_screens():
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    assert not {path.name: lines_of(path) for path in templates if lines_of(path) >= 80}
