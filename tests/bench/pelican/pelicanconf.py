"""The same town by Pelican (4.8): articles, tags, Jinja templates."""

import json
from pathlib import Path

DATA = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (Path(__file__).parent / "data").glob("*.json")}
TOWN = DATA["site"]
WORDS = DATA["words"]
NAMES = DATA["names"]
LISTS = DATA["lists"]

SITENAME = TOWN["name"]
SITEURL = TOWN["base"]
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "de"
PATH = "content"
THEME = "theme"
THEME_STATIC_PATHS = []
ARTICLE_PATHS = ["releases"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["static"]
PATH_METADATA = r"static/(?P<save_as>.*)"

# A tag is the address of a list. Versions in other languages are articles of their own, with lists of their own.
TAG_REGEX_SUBSTITUTIONS = [(r"^/|/$", "")]
TAG_URL = "{slug}/"
TAG_SAVE_AS = "{slug}/index.html"
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
ARTICLE_ORDER_BY = "weight"

# What the town does not have.
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.meta": {},
        "markdown.extensions.tables": {},
        "markdown.extensions.sane_lists": {},
        "markdown.extensions.footnotes": {"BACKLINK_TEXT": "↩︎"},
    },
    "output_format": "html5",
}
FORMATTED_FIELDS = []
JINJA_ENVIRONMENT = {"autoescape": True}
JINJA_GLOBALS = {"WORDS": WORDS}
PLUGIN_PATHS = ["."]
PLUGINS = ["facts"]
