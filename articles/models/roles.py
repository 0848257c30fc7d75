"""The groups of the desk. Each includes the one before it."""

WRITER = [
    "articles.add_article",
    "articles.change_article",
    "articles.view_article",
    "articles.delete_article",
    "articles.view_author",
    "articles.view_topic",
    "articles.view_disclaimer",
    "articles.view_publication",
    "articles.view_page",
    "articles.view_series",
    "articles.add_image",
    "articles.change_image",
    "articles.delete_image",
    "articles.view_image",
]
EDITOR = [
    *WRITER,
    "articles.edit_any_article",
    "articles.approve_article",
    "articles.approve_records",
    "articles.classify_article",
    "articles.add_author",
    "articles.change_author",
    "articles.delete_author",
    "articles.add_topic",
    "articles.change_topic",
    "articles.delete_topic",
    "articles.add_topicname",
    "articles.change_topicname",
    "articles.delete_topicname",
    "articles.view_topicname",
    "articles.view_merge",
    "articles.add_series",
    "articles.change_series",
    "articles.delete_series",
    "articles.add_disclaimer",
    "articles.change_disclaimer",
    "articles.delete_disclaimer",
    "articles.add_homepage",
    "articles.change_homepage",
]
PUBLISHER = [
    *EDITOR,
    "articles.publish_article",
    "articles.withdraw_article",
    "articles.add_publication",
    "articles.change_publication",
    "articles.add_page",
    "articles.change_page",
    "articles.delete_page",
]
ROLES = {"Writer": WRITER, "Editor": EDITOR, "Publisher": PUBLISHER}


def grant_roles(groups, permissions):
    """`groups` and `permissions` are querysets. Make the groups and give them what is missing. What an administrator added to a group stays."""
    codenames = {name.split(".")[1] for names in ROLES.values() for name in names}
    by_codename = {
        p.codename: p for p in permissions.filter(content_type__app_label="articles", codename__in=codenames)
    }
    for role, names in ROLES.items():
        group, _ = groups.get_or_create(name=role)
        group.permissions.add(*(by_codename[name.split(".")[1]] for name in names))
