#!/usr/bin/env python3
"""Validates SARIF files against the SARIF 2.1.0 schema.

usage: validate-sarif.py FILE...

The schema is $PORTCULLIS_SARIF_SCHEMA, or ../shared/schemas/sarif-schema-2.1.0.json relative to
the repository. Needs the Python package jsonschema. Beyond the schema it holds every index to its
array, because a wrong one shows the wrong rule.

Exit status: 0 all valid, 1 a file is not, 2 the schema, the package or an argument is missing.
"""
import json
import os
import pathlib
import sys


def schema_path():
    named = os.environ.get("PORTCULLIS_SARIF_SCHEMA")
    if named:
        return pathlib.Path(named)
    repository = pathlib.Path(__file__).resolve().parent.parent
    relative = pathlib.Path("..", "shared", "schemas", "sarif-schema-2.1.0.json")
    for base in [repository, *repository.parents]:
        # A git worktree may stand deeper than the repository.
        candidate = base / relative
        if candidate.exists():
            return candidate
    return repository / relative


def index_faults(document):
    for number, run in enumerate(document["runs"]):
        driver = run["tool"]["driver"]
        rules = [rule["id"] for rule in driver.get("rules", [])]
        notices = [notice["id"] for notice in driver.get("notifications", [])]
        where = f"runs[{number}]"
        for position, result in enumerate(run.get("results", [])):
            index = result.get("ruleIndex", -1)
            if index >= 0 and (index >= len(rules) or rules[index] != result["ruleId"]):
                yield f"{where}.results[{position}].ruleIndex names another rule"
        for invocation in run.get("invocations", []):
            for notification in invocation.get("toolExecutionNotifications", []):
                descriptor = notification.get("descriptor", {})
                index = descriptor.get("index", -1)
                if index >= 0 and (index >= len(notices) or notices[index] != descriptor["id"]):
                    yield f"{where}: notification {descriptor['id']} has a wrong index"
        for taxonomy in run.get("taxonomies", []):
            taxa = [taxon["id"] for taxon in taxonomy["taxa"]]
            for rule in driver.get("rules", []):
                for relationship in rule.get("relationships", []):
                    target = relationship["target"]
                    if taxa[target["index"]] != target["id"]:
                        yield f"{where}: rule {rule['id']} points to another weakness"


def main(files):
    if not files:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        import jsonschema
    except ImportError:
        print("validate-sarif: install the Python package jsonschema", file=sys.stderr)
        return 2
    path = schema_path()
    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        print(f"validate-sarif: no schema: {error}; set PORTCULLIS_SARIF_SCHEMA", file=sys.stderr)
        return 2
    validator_class = jsonschema.validators.validator_for(schema)
    validator = validator_class(schema, format_checker=validator_class.FORMAT_CHECKER)
    failed = False
    for name in files:
        try:
            with open(name, encoding="utf-8") as file:
                document = json.load(file)
        except (OSError, ValueError) as error:
            print(f"{name}: unreadable: {error}", file=sys.stderr)
            failed = True
            continue
        faults = [
            f"{error.json_path}: {error.message[:300]}"
            for _, error in zip(range(10), validator.iter_errors(document))
        ]
        if not faults:
            faults = [fault for _, fault in zip(range(10), index_faults(document))]
        for fault in faults:
            print(f"{name}: {fault}", file=sys.stderr)
        failed = failed or bool(faults)
        if not faults:
            runs = document["runs"]
            results = sum(len(run.get("results", [])) for run in runs)
            print(f"{name}: valid SARIF 2.1.0, {results} result{'' if results == 1 else 's'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
