"""Small models of both forms, made once: what is tested is what is done with them."""

from pathlib import Path

import pytest

from tests.search.semantic.english_file import SHIPPED, write_english
from tests.search.semantic.model_file import write_model


@pytest.fixture(scope="session")
def every_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model for all languages."""
    return write_model(tmp_path_factory.mktemp("every") / "weights.bin")


@pytest.fixture(scope="session")
def english_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model for English."""
    return write_english(tmp_path_factory.mktemp("english") / "model.onnx", SHIPPED)
