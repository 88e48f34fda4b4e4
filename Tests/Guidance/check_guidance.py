#!/usr/bin/env python3
"""Checks the commands and templates that the guidance prints.

Every `aws` command in a ```sh fence of templates/checks and templates/objectives must be one that
the AWS CLI itself accepts: service, operation, options, required parameters and queries. The CLI
runs with every request stopped before it is sent. Every CloudFormation snippet (```yaml with
`Type: AWS::…`) must pass cfn-lint as part of a template.

    .build/venv/bin/python Tests/Guidance/check_guidance.py templates

Exit 0 = all pass, 1 = faults, each named by file and line.
"""
import argparse
import contextlib
import io
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^(?P<mark>```+)(?P<kind>\w*)[^\n]*\n(?P<body>.*?)^(?P=mark)\s*$", re.M | re.S)


class Sent(Exception):
    """A request was about to be sent: the command is whole."""


def fences(path):
    """Yields kind, first line number and text of each fenced block."""
    text = path.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        yield match["kind"], text.count("\n", 0, match.start("body")) + 1, match["body"]


def commands(body, first):
    """Yields line number and words of each aws command in a shell block."""
    joined, line = "", first
    start = first
    for raw in body.split("\n"):
        if not joined and raw.lstrip().startswith("#"):
            line += 1
            continue
        if not joined:
            start = line
        joined += raw[:-1] + " " if raw.endswith("\\") else raw
        line += 1
        quotes = joined.replace("\\'", "").count("'")
        if raw.endswith("\\") or quotes % 2:
            if not raw.endswith("\\"):
                joined += "\n"
            continue
        yield from ((start, words) for words in split(joined))
        joined = ""


def split(text):
    """Yields the words of each aws command in one logical line."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars="|&;()<>")
    lexer.whitespace_split = True
    words = []
    for word in list(lexer) + [";"]:
        if set(word) <= set("|&;()<>"):
            if words and "aws" in words:
                yield words[words.index("aws") + 1:]
            words = []
        else:
            words.append(filled(word, words))


def filled(word, before):
    """The word with shell variables replaced by values of the right form."""
    value = "eu-west-1" if before and before[-1] == "--region" else "example-name-0123456789abcdef"
    return re.sub(r"\$\{?\w+\}?", value, word)


def run(driver, words):
    """Returns None when the CLI accepts the command, else what it says."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = driver.main(list(words))
        except Sent:
            return None
        except SystemExit as exit:
            code = exit.code
    if "request stopped" in err.getvalue() or code in (0, None):
        return None
    # The contents of files that the reader makes are not here.
    if "file://" in " ".join(words) and re.search(r"Missing required|JSON received", err.getvalue()):
        return None
    if "The user-provided path" in err.getvalue():
        return None
    return err.getvalue().strip() or f"exit code {code}"


def prepare():
    """The CLI's driver, offline."""
    os.environ.update(
        AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY="example",
        AWS_DEFAULT_REGION="eu-west-1", AWS_CONFIG_FILE="/nonexistent", AWS_PAGER="",
        AWS_SHARED_CREDENTIALS_FILE="/nonexistent", AWS_EC2_METADATA_DISABLED="true")
    import botocore.endpoint
    from awscli.clidriver import create_clidriver

    def stop(*_, **__):
        raise Sent("request stopped")

    botocore.endpoint.Endpoint._send = stop
    botocore.endpoint.Endpoint._get_response = stop
    botocore.endpoint.Endpoint.make_request = stop
    return create_clidriver


def snippet(body):
    """A whole template around a snippet of resources or of one resource's properties."""
    body = "\n".join(line for line in body.split("\n"))
    if re.search(r"^Resources:", body, re.M):
        return body
    if not re.search(r"^\s*Type: AWS::", body, re.M):
        return None
    indented = "\n".join("  " + line if line.strip() else line for line in body.split("\n"))
    return "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n" + indented


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("templates", type=pathlib.Path)
    arguments = parser.parse_args()
    files = sorted(arguments.templates.glob("checks/*.md")) + sorted(arguments.templates.glob("objectives/*.md"))
    create = prepare()
    faults, counts = [], {"commands": 0, "snippets": 0}
    with tempfile.TemporaryDirectory() as folder:
        snippets = {}
        for number, path in enumerate(files):
            for kind, first, body in fences(path):
                if kind in ("sh", "bash", "shell", "console"):
                    for line, words in commands(body, first):
                        counts["commands"] += 1
                        said = check_files(folder, lambda: run(create(), words), words)
                        if said:
                            faults.append(f"{path}:{line}: aws {' '.join(words[:3])} …: {said.splitlines()[-1]}")
                elif kind in ("yaml", "yml"):
                    whole = snippet(body)
                    if whole:
                        counts["snippets"] += 1
                        name = pathlib.Path(folder) / f"s{len(snippets)}.yaml"
                        name.write_text(whole, encoding="utf-8")
                        snippets[str(name)] = f"{path}:{first}"
            if (number + 1) % 25 == 0:
                print(f"  {number + 1} of {len(files)} files, {counts['commands']} commands", flush=True)
        faults += lint(snippets)
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {counts['commands']} commands, {counts['snippets']} snippets, {len(faults)} faults")
    return 1 if faults else 0


def check_files(folder, body, words):
    """Runs body where each file:// that the command names exists."""
    for word in words:
        match = re.search(r"fileb?://([\w./-]+)", word)
        if match:
            path = pathlib.Path(folder) / match[1].lstrip("/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("{}", encoding="utf-8")
    here = os.getcwd()
    os.chdir(folder)
    try:
        return body()
    finally:
        os.chdir(here)


def lint(snippets):
    """What cfn-lint says of the snippets, errors only."""
    if not snippets:
        return []
    command = [str(pathlib.Path(sys.executable).parent / "cfn-lint"), "--format", "parseable",
               "--ignore-checks", "W", "I", "--regions", "eu-west-1", "--", *snippets]
    result = subprocess.run(command, capture_output=True, text=True)
    faults = []
    for line in result.stdout.splitlines():
        name, _, rest = line.partition(":")
        if name in snippets:
            faults.append(f"{snippets[name]}: {rest}")
    if result.returncode and not faults:
        faults.append("cfn-lint: " + (result.stderr or result.stdout).strip())
    return faults


if __name__ == "__main__":
    sys.exit(main())
