"""What the roles of a manuscript's blocks are called on the desk, and which of them a block may be given."""

from django.utils.translation import gettext_lazy as _

from articles.manuscripts import Role

ROLES = {
    Role.TITLE: _("Title"),
    Role.STANDFIRST: _("Standfirst"),
    Role.BYLINE: _("Byline"),
    Role.HEADING: _("Heading"),
    Role.SUBHEADING: _("Subheading"),
    Role.PARAGRAPH: _("Paragraph"),
    Role.QUOTE: _("Quotation"),
    Role.ITEM: _("Item of a list"),
    Role.TABLE: _("Table"),
    Role.FIGURE: _("Picture"),
    Role.RULE: _("Rule"),
    Role.AUTHOR_NOTE: _("Author note (*)"),
    Role.DISCLAIMER: _("Disclaimer (**)"),
    Role.FOOTNOTE: _("Footnote"),
    Role.LEFT_OUT: _("Left out"),
}
