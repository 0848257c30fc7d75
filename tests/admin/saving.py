"""Editors who save at once, and the ledger that tells whether anything acknowledged is gone.

Used by test_concurrent_saves.py and by benchmarks/saves.py. A browser answers `get(path)` and `post(path, fields)` with
`status` and `text`; what an editor types is a word of its own, looked for afterwards.
"""

import datetime
import random
import re
import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from articles.models import Article, Author, Event, Topic, TopicName
from articles.workflow import changed
from articles.workflow.snapshots import snapshot
from tests.admin.forms import Fields
from tests.makers import make_author, make_draft, make_topic

WORD = re.compile(r"w[0-9a-f]{12}")
AHEAD = datetime.date(2090, 1, 1)


@dataclass
class Answer:
    status: int
    text: str


class Unacknowledged(Exception):
    """The server went away before it answered."""


@dataclass
class Ledger:
    told: Counter = field(default_factory=Counter)
    """(act, what the server answered): how often."""
    saved: dict = field(default_factory=lambda: defaultdict(set))
    """{kind: words whose save was acknowledged}."""
    over: set = field(default_factory=set)
    """Words saved knowingly over another's text."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, act, answer, word="", kind=""):
        said = {302: "acknowledged", 409: "refused"}.get(answer.status, str(answer.status))
        with self.lock:
            self.told[act, said] += 1
            if said == "acknowledged" and kind:
                self.saved[kind].add(word)
        return said == "acknowledged"

    def total(self, said):
        with self.lock:
            return sum(count for (_act, told), count in self.told.items() if told == said)

    def errors(self):
        return sum(count for (_act, told), count in self.told.items() if told.startswith("5"))


def cast(articles=5):
    """Few things for many hands."""
    author = make_author("Leyla Arslan")
    for number in range(articles):
        make_draft(f"Piece {number}", author=author, body="<p>Begun.</p>")
    make_author("Baran Ekin")
    make_topic("Energy")


class Editor:
    def __init__(self, browser, ledger, seed):
        self.browser, self.ledger, self.random = browser, ledger, random.Random(seed)
        self.ids = {
            model: list(model.objects.order_by("pk").values_list("pk", flat=True))
            for model in (Article, Author, Topic)
        }

    def work(self, times, acts=None):
        every = {self.write: 6, self.sign: 2, self.name: 2, self.schedule: 1, self.approve: 1, self.begin: 1}
        weights = {act: every[act] for act in acts or every}
        for _ in range(times):
            self.random.choices(list(weights), list(weights.values()))[0]()

    def word(self):
        return f"w{self.random.getrandbits(48):012x}"

    # -- What they do ---------------------------------------------------------------------------------------

    def write(self):
        """A sentence more at the end of an article; refused, it is merged, kept or given up."""
        path, word = self._path(Article), self.word()
        data = self._fields(path)
        data["body"] = [f"{data['body'][0]}<p>{word} stands here.</p>"]
        answer = self._send(path, data, "_save")
        if self.ledger.note("article", answer, word, "article"):
            return
        way = self.random.choice(["merge", "keep", "give up"])
        if way == "merge":
            merged = self._press(path, answer, "_merge")
            for name in set(re.findall(r'type="radio" name="(merge-\w+)" value="both"', merged.text)):
                merged.fields[name] = ["both"]
            if merged.status == 409:
                merged = self._press(path, merged, "_merge", merged.fields)
            self.ledger.note("article, merged", self._press(path, merged, "_save"), word, "article")
        elif way == "keep":
            with self.ledger.lock:
                self.ledger.over.add(word)
            self.ledger.note("article, kept mine", self._press(path, answer, "_keep_mine"), word, "article")

    def sign(self):
        """A word more in an author's biography."""
        path, word = self._path(Author), self.word()
        data = self._fields(path)
        data["bio"] = [f"{data['bio'][0]} {word}"]
        if self.random.random() < 0.3:
            data.pop("is_approved", None)
        self.ledger.note("author", self._send(path, data, "_save"), word, "author")

    def name(self):
        """Another name for a topic; refused, it is added to what the other has added."""
        path, word = self._path(Topic), self.word()
        data = self._fields(path)
        blank = next(name for name in data if re.fullmatch(r"names-\d+-name", name) and not data[name][0])
        data[blank] = [word]
        answer = self._send(path, data, "_save")
        if not self.ledger.note("topic", answer, word, "topic"):
            self.ledger.note("topic, kept mine", self._press(path, answer, "_keep_mine"), word, "topic")

    def schedule(self):
        path = self._path(Article).replace("/change/", "/schedule/")
        data = self._fields(path)
        if "at" in data:
            day = AHEAD + datetime.timedelta(days=self.random.randrange(3000))
            data |= {"at": [f"{day}T10:00"], "unapproved": ["on"]}
            answer = self._send(path, data, "_go")
            self.ledger.note("schedule", answer, self.word(), "schedule")

    def approve(self):
        path = "/admin/articles/author/"
        data = self._fields(path)
        data |= {"action": ["approve_selected"], "_selected_action": list(map(str, self.ids[Author]))}
        self.ledger.note("approve", self._send(path, data, "index"))

    def begin(self):
        """A new article under a title that others take too: its address must not collide."""
        path, word = "/admin/articles/article/add/", self.word()
        data = self._fields(path) | {"title": ["The same title"], "body": [f"<p>{word} begins.</p>"]}
        self.ledger.note("new article", self._send(path, data, "_save"), word, "article")

    # -- How ------------------------------------------------------------------------------------------------

    def _path(self, model):
        return f"/admin/articles/{model._meta.model_name}/{self.random.choice(self.ids[model])}/change/"

    def _fields(self, path):
        answer = self.browser.get(path)
        if answer.status != 200:
            self.ledger.note("open", answer)
        return fields(answer.text)

    def _send(self, path, data, button, value="1"):
        answer = self.browser.post(path, data | {button: [value]})
        answer.fields = fields(answer.text) if answer.status in (200, 409) else {}
        return answer

    def _press(self, path, page, button, data=None):
        named = re.search(rf'name="{button}" value="([^"]*)"', page.text)
        return self._send(path, data or page.fields, button, named[1] if named else "1")


def fields(text):
    parser, found = Fields(), {}
    parser.feed(text)
    for name, value in parser.pairs:
        found.setdefault(name, []).append(value)
    # The form to sign out by stands on every page, with a token of its own.
    return found | {"csrfmiddlewaretoken": found.get("csrfmiddlewaretoken", [""])[-1:]}


def work_at_once(editors, times, acts=None):
    """All of them at the same time; what breaks in one is raised."""
    broken = []

    def work(editor):
        try:
            editor.work(times, acts and [getattr(editor, act) for act in acts])
        except Unacknowledged:
            pass
        except Exception as error:
            broken.append(error)
        finally:
            editor.browser.close()

    threads = [threading.Thread(target=work, args=(editor,)) for editor in editors]
    for thread in threads:
        thread.start()
    return threads, broken


# -- What is left -------------------------------------------------------------------------------------------


def lost(ledger):
    """Words acknowledged and gone: of articles in no revision, or dropped by a save that did not know; of records gone."""
    kept = set()
    dropped = set()
    for article in Article.objects.all():
        before = set()
        for revision in article.revisions.order_by("number"):
            words = set(WORD.findall(revision.data["body"]))
            if not (words - before) & ledger.over:
                dropped |= before - words
            before = words
            kept |= words
    bios = set(WORD.findall(" ".join(Author.objects.values_list("bio", flat=True))))
    names = set(TopicName.objects.values_list("name", flat=True))
    scheduled = Event.objects.filter(action=Event.Action.SCHEDULED).count()
    missing = (ledger.saved["article"] - kept) | (dropped & ledger.saved["article"])
    missing |= (ledger.saved["author"] - bios) | (ledger.saved["topic"] - names)
    return missing | {"a schedule"} if scheduled < len(ledger.saved["schedule"]) else missing


def half_written():
    """Articles whose newest revision is not what the tables hold, or that a save left without one of its parts."""
    found = []
    for article in Article.objects.all():
        newest = article.revisions.order_by("-number").first()
        whole = (
            newest is not None
            and not changed(newest.data, snapshot(article, since=newest.data))
            and newest.content_hash == article.content_hash
            and article.revisions.count() == newest.number
            and article.events.filter(revision=newest.number).exists()
        )
        if not whole:
            found.append(article)
    return found
