"""Whole articles: the reading equals the record that was accepted (``make accept`` renews it)."""

from __future__ import annotations

import json

import pytest
from bench.accept import record_of
from bench.newspaper import article_files
from jsonschema import Draft202012Validator

from vakanuvis.export.contract import reading_schema

CONTRACT = Draft202012Validator(reading_schema())


@pytest.mark.parametrize("file", article_files(), ids=lambda file: file.parent.name)
def test_the_reading_is_the_accepted_record(file, reader):
    record = file.with_name("record.json")
    if not record.exists():
        pytest.skip(f"{record.parent.name} has no accepted record yet: make accept")
    accepted = json.loads(record.read_text(encoding="utf-8"))
    assert json.loads(record_of(reader, file)) == accepted


@pytest.mark.parametrize("file", article_files(), ids=lambda file: file.parent.name)
def test_the_reading_keeps_the_contract(file, reader):
    readings = json.loads(record_of(reader, file))
    for reading in readings if isinstance(readings, list) else [readings]:
        CONTRACT.validate(reading)
