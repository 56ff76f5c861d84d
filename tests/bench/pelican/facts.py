"""Facts of an article that Pelican's metadata, one line a field, cannot hold; and the size of each list."""

import json

from pelican import signals


def read_facts(generator, metadata):
    metadata.update(json.loads(metadata.pop("facts")))


def count_lists(generator):
    generator.context["SIZES"] = {tag.name: len(articles) for tag, articles in generator.tags.items()}


def register():
    signals.article_generator_context.connect(read_facts)
    signals.article_generator_finalized.connect(count_lists)
