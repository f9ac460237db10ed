"""What to write in the place of a language tag, or that it is good."""

import pytest

from publisher.checks.language_tags import correction


@pytest.mark.parametrize(
    "tag", "en en-GB fr-CA zh-Hant-TW es-419 sr-Latn gsw de-CH-1901 ar-x-home x-ours und cy uk".split()
)
def test_a_good_tag_needs_no_correction(tag: str) -> None:
    assert correction(tag) is None


@pytest.mark.parametrize(
    ("tag", "better"),
    [
        ("en-UK", "en-GB"),
        ("en_GB", "en-GB"),
        ("en_gb", "en-GB"),
        ("gr", "el"),
        ("jp", "ja"),
        ("English", "en"),
        ("eng-GB", "en-GB"),
        ("xq", ""),
        ("en-", ""),
        ("en-QQ", ""),
        ("klingon", ""),
    ],
)
def test_a_bad_tag_is_corrected_where_it_is_known_what_was_meant(tag: str, better: str) -> None:
    assert correction(tag) == better
