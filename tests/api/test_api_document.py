"""The API does what its own document says, for whatever the document allows and forbids."""

import pytest
import schemathesis
from hypothesis import settings
from schemathesis.openapi import from_asgi

from tests.api.asking import Api

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def described(shipped: Api) -> schemathesis.BaseSchema:
    return from_asgi("/api/v1/openapi.json", shipped.app)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=10, deadline=None)
def test_every_answer_is_as_the_document_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
