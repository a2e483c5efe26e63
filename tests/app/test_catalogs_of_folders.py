"""Which catalogs of the operator's folders are read, and what is said of one that cannot be."""

from pathlib import Path

import pytest

from bot.app import catalog_for
from bot.config import Config
from bot.errors import CatalogBroken


def test_a_folder_in_the_place_of_a_catalog_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").mkdir()
    with pytest.raises(CatalogBroken) as refused:
        catalog_for(Config(), [tmp_path])
    assert refused.value.file.endswith("catalog.yaml")
    assert "directory" in refused.value.problems[0]


def test_a_link_to_a_catalog_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(CatalogBroken):
        catalog_for(Config(), [tmp_path])


def test_a_folder_without_a_catalog_is_as_good(tmp_path: Path) -> None:
    assert catalog_for(Config(), [tmp_path]).records == catalog_for(Config(), []).records
