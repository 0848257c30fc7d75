from django.utils import timezone

from articles.citations.names import split_name
from articles.citations.record import Record

from .addresses import absolute


def record_of(version, *, publication, topics=(), corrections=(), translations=(), place=None):
    """The version as citations and search engines are told of it: names and affiliations as printed then."""
    local = timezone.localtime
    return Record(
        title=version.title,
        kind=version.kind,
        schema_type=version.schema_type,
        language=version.language,
        names=tuple(
            split_name(
                line["name"],
                is_body=line["is_body"],
                family=line["family_name"] or None,
                affiliation=line["affiliation"] or None,
            )
            for line in version.bylines
        ),
        published=local(version.first_published_at),
        version=version.number,
        version_date=local(version.published_at).date(),
        modified=local(version.updated_at) if version.updated_at else None,
        publisher=publication.name,
        url=absolute(version.get_absolute_url()),
        version_url=absolute(version.version_url),
        abstract=version.standfirst,
        topics=tuple(topic.name for topic in topics),
        words=version.words,
        corrections=tuple((local(entry.published_at).date(), entry.note) for entry in corrections),
        translations=translations,
        series=place and place.title,
        part=place and (absolute(place.url), place.number),
        originally_at=version.originally_at or None,
        licence=publication.licence_url if publication.may_be_republished(version) else None,
        image=absolute(version.lead_image["src"]) if version.lead_image else None,
    )
