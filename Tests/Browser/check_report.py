#!/usr/bin/env python3
"""Validates a report.json against its JSON Schema, formats of times included.

    check_report.py docs/report.schema.json site/report.json

Also adds up what the schema cannot: the outcomes of the records, and ids that have to be unique.
"""

import json
import sys
from collections import Counter

from jsonschema import Draft202012Validator


def without_duplicates(pairs):
    """An object, unless it has a key twice."""
    keys = [key for key, _ in pairs]
    for key, count in Counter(keys).items():
        if count > 1:
            raise ValueError(f'the key "{key}" is there {count} times')
    return dict(pairs)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=without_duplicates)


def sums(report):
    """Sentences about numbers and ids that contradict each other."""
    reconciliation = report["reconciliation"]
    outcomes = reconciliation["outcomes"]
    counted = sum(outcomes.values())
    if counted != reconciliation["records"]:
        yield f"/reconciliation: {counted} outcomes of {reconciliation['records']} records"
    deciding = sum(outcomes.get(name, 0) for name in ("finding", "excepted", "suppressed"))
    if deciding + reconciliation["expanded"] != reconciliation["unique"]:
        yield (f"/reconciliation: {deciding} deciding records and {reconciliation['expanded']} "
               f"expanded are not {reconciliation['unique']} findings")
    for name in ("objectives", "checks", "questions", "accounts"):
        yield from repeated(f"/{name}", [item["id"] for item in report[name]])
    findings = [item["id"] for name in ("open", "unknown", "excepted") for item in report[name]]
    yield from repeated("/open, /unknown, /excepted", findings)
    for check in report["checks"]:
        if check["places"]["implied"] > check["places"]["passed"]:
            yield f"/checks {check['id']}: more places are implied than passed"
    for name, states in (("open", ["open"]), ("unknown", ["unknown"]),
                         ("excepted", ["excepted", "suppressed"])):
        counted = sum(check["findings"][state] for check in report["checks"] for state in states)
        if counted != len(report[name]):
            yield f"/{name}: {len(report[name])} findings, but the checks count {counted}"


def repeated(place, ids):
    for identifier, count in Counter(ids).items():
        if count > 1:
            yield f"{place}: {identifier} is there {count} times"


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        schema, report = read(sys.argv[1]), read(sys.argv[2])
    except (OSError, ValueError) as error:
        print(f"  {error}")
        return 1
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    if "date-time" not in validator.format_checker.checkers:
        print("  times cannot be checked: the package rfc3339-validator is missing")
        return 1
    errors = [
        "/" + "/".join(map(str, error.absolute_path)) + ": " + error.message[:300]
        for error in sorted(validator.iter_errors(report), key=lambda error: error.json_path)
    ]
    if not errors:
        errors = list(sums(report))
    for error in errors[:50]:
        print(f"  {error}")
    print(f"  {sys.argv[2]}: {len(errors)} faults" if errors else f"  {sys.argv[2]} is valid")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
