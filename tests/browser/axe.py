"""What axe finds on a page as it stands, in each look a reader or an editor may give it.

Contrast takes axe three quarters of its time, and a colour is the same at every width: it is measured once in the
light and once in the dark; everything else is asked in every look.
"""

import json

from axe_playwright_python.base import AXE_SCRIPT

WIDE, PHONE, NARROW = 1280, 390, 320
LOOKS = [(scheme, width) for width in (WIDE, PHONE) for scheme in ("light", "dark")]
IN_COLOUR = {("light", WIDE), ("dark", PHONE)}


def violations(page, looks=LOOKS, in_colour=IN_COLOUR):
    """A line for each fault of each look, (scheme, width), and for a page that scrolls sideways in it."""
    page.evaluate(AXE_SCRIPT)
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        if wide > width:
            yield f"{scheme} {width} scrolls sideways: {wide}"
        for found in page.evaluate(_run(colour=(scheme, width) in in_colour)):
            for node in found["nodes"]:
                selector = " ".join(map(str, node["target"]))
                yield f"{scheme} {width} {found['id']} {selector} {node['failureSummary']}"


def _run(*, colour):
    # target-size is of WCAG 2.2 AA; axe leaves it out unless asked.
    rules = {"target-size": {"enabled": True}, "color-contrast": {"enabled": colour}}
    options = {"resultTypes": ["violations"], "preload": False, "rules": rules}
    return f"axe.run(document, {json.dumps(options)}).then(found => found.violations)"
