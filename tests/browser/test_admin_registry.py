"""axe on every address of the desk there is, as the table of who may open what has them: a new one is looked at unasked.

Two looks, light and wide, dark and narrow: with all four these hundred pages alone would take as long as all the
other tests in a browser. The pages an editor has open all day have the four, in test_admin_accessibility.py.
"""

import pytest

from tests.admin.role_table import OPENS
from tests.admin.role_things import make_things
from tests.browser.axe import PHONE, WIDE, violations
from tests.browser.desk import PASSWORD, button, editor, sign_in
from tests.makers import make_writer

LOOKS = [("light", WIDE), ("dark", PHONE)]
HOME = "/admin/"


@pytest.fixture
def things(transactional_db):
    return make_things(make_writer())


@pytest.fixture
def walk(open_page, live_server, things):
    page = open_page(reduced_motion="reduce")

    def walk(addresses):
        """{address: what axe finds}, of those that are pages of their own: not JSON, not led on to another."""
        told = {}
        for address in addresses:
            asked = live_server.url + HOME + address.format(**things)
            answer = page.context.request.get(asked, max_redirects=0)
            if answer.status != 200 or not answer.headers["content-type"].startswith("text/html"):
                continue
            page.goto(asked)
            if page.locator("#id_body").count():
                editor(page).wait_for()
            told[address] = list(violations(page, LOOKS))
        return told

    walk.page = page
    return walk


def test_axe_finds_nothing_on_any_address(walk, live_server):
    sign_in(walk.page, live_server)
    told = walk([address for address, roles in OPENS.items() if "publisher" in roles])
    assert {address: found for address, found in told.items() if found} == {}
    assert len(told) > 75


def test_axe_finds_nothing_on_the_pages_of_accounts(walk, live_server, superuser):
    page = walk.page
    page.goto(f"{live_server.url}{HOME}login/")
    page.get_by_label("Username").fill("root")
    page.get_by_label("Password").fill(PASSWORD)
    button(page, "Log in").click()
    told = walk([address for address in OPENS if address.startswith("auth/")])
    assert {address: found for address, found in told.items() if found} == {}
    assert len(told) > 10
