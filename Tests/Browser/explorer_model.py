"""What the explorer has to show, told from findings.csv alone."""

import csv
import json
import re
from pathlib import Path

STATES = ["open", "unknown", "excepted", "suppressed", "passed"]
SEVERITIES = ["critical", "high", "medium", "low", "informational"]


class Model:
    """The findings of a site, and what filters, words and columns make of them."""

    def __init__(self, site):
        with open(Path(site, "findings.csv"), encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            self.columns = list(reader.fieldnames)
            self.rows = list(reader)
        text = Path(site, "data/findings.js").read_text(encoding="utf-8")
        self.shared = json.loads(text.removeprefix("soReport.findings(0, ").removesuffix(");\n"))
        self.owners = {account[0]: account[2] for account in self.shared["accounts"]}
        self.labels = {label: id for id, label, *_ in self.shared["objectives"]}

    def values(self, row, key):
        """The values of a filter that a finding has."""
        labels = re.findall(r"SO \d+", row["objectives"])
        return {
            "sev": [row["severity"]], "state": [row["state"]],
            "so": [self.labels[label] for label in labels],
            "account": [row["account"]], "region": [row["region"]], "check": [row["check"]],
            "service": [row["check"].split(".")[0].replace("TA", "Trusted Advisor")],
            "standard": row["standards"].split("; "),
            "source": [name for name in self.shared["sources"] if name in row["sources"]],
            "owner": [self.owners[row["account"]]],
        }[key]

    def find(self, words=(), **filters):
        """The findings that have all words and, of each filter, one of its values."""
        return [row for row in self.rows
                if all(set(self.values(row, key)) & set(wanted)
                       for key, wanted in filters.items())
                and all(word.lower() in self.text(row) for word in words)]

    def text(self, row):
        names = ("resource", "check", "title", "account", "account_name", "region", "id",
                 "exception")
        return "\n".join([row[name] for name in names] + [self.owners[row["account"]]]).lower()

    def ordered(self, rows, column, descending):
        """Rows in the order of a column; those alike as they were, those without it last."""
        def number(text):
            return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", text.lower())]

        keys = {
            "sev": lambda row: -SEVERITIES.index(row["severity"]),
            "state": lambda row: STATES.index(row["state"]),
            "check": lambda row: number(row["check"]),
            "region": lambda row: row["region"],
            "resource": lambda row: (short(row["resource"]).lower(), row["resource"].lower()),
            "account": lambda row: (row["account_name"] or row["account"]).lower(),
            "since": lambda row: row["open_since"],
        }
        with_it = [row for row in rows if column != "since"
                   or (row["open_since"] and row["state"] != "passed")]
        without = [row for row in rows if row not in with_it]
        return sorted(with_it, key=keys[column], reverse=descending) + without


def short(name):
    """What an ARN says behind its account."""
    return re.sub(r"^arn:([^:]*:){4}(?=.)", "", name)


def ids(rows):
    return [row["id"] for row in rows]
