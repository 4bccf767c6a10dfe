"""validate_json.py SCHEMA REPORT...: every report must be valid, and the schema strict enough to refuse damage."""
import copy
import json
import sys

from jsonschema import Draft202012Validator


def damaged(report):
    """Copies of a report, each with one mistake that the schema must see."""
    extra = copy.deepcopy(report)
    extra["surprise"] = 1
    yield "an unknown field", extra
    for field in report:
        missing = copy.deepcopy(report)
        del missing[field]
        yield f"no field '{field}'", missing
    if report["findings"]:
        for field in report["findings"][0]:
            missing = copy.deepcopy(report)
            del missing["findings"][0][field]
            yield f"a finding without '{field}'", missing
        wrong = copy.deepcopy(report)
        wrong["findings"][0]["severity"] = "fatal"
        yield "an unknown severity", wrong


def main(schema_path, *report_paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures = [] if report_paths else ["no reports were named"]
    for path in report_paths:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        for error in validator.iter_errors(report):
            failures.append(f"{path}: {error.json_path}: {error.message}")
        for mistake, copy_of_it in damaged(report):
            if validator.is_valid(copy_of_it):
                failures.append(f"{schema_path}: {mistake} is not refused ({path})")
    print("\n".join(failures) or f"{len(report_paths)} reports are valid")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
