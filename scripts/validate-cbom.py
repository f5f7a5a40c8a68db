#!/usr/bin/env python3
"""Validates CycloneDX 1.6 bills of materials against the schema, strictly.

    scripts/validate-cbom.py FILE…

The schema is the one that CycloneDX's own library for Python ships; it comes from PyPI as
`cyclonedx-python-lib[json-validation]`.
"""
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main(names):
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    failures = 0
    for name in names:
        with open(name, encoding="utf-8") as file:
            fault = validator.validate_str(file.read())
        if fault is not None:
            failures += 1
            print(f"{name}: {str(fault)[:2000]}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
