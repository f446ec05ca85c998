"""Measuring the reader: scores on the gold, floors that a change may not fall below, speed."""
