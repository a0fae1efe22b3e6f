"""Requests that nobody would think of, made from the description of the API."""

import json
import pathlib
import subprocess
import sys
import time
import urllib.request

# A log that is followed has no end.
ENDLESS = "/api/v1/logs/{name}/follow"
# What is asked beside "is it a server error": whether the answer is one of those that are described.
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def fuzz(factory, seconds: int) -> None:
    run = subprocess.run(
        [pathlib.Path(sys.executable).with_name("st"), "run", f"{factory.address}/openapi.json", "--checks", CHECKS,
         "--exclude-path", ENDLESS, "--phases", "examples,coverage,fuzzing", "--workers", "2", "--max-time", str(seconds),
         "--request-timeout", "20", "--continue-on-failure", "--suppress-health-check", "all", "--warnings", "off"],
        cwd=factory.folder, capture_output=True, text=True, check=False)
    report = (run.stdout + run.stderr).strip()
    summary = [line for line in report.splitlines() if "generated" in line or "Test cases" in line]
    print("    " + " ".join(" ".join(summary).split()))
    assert run.returncode == 0, f"schemathesis found something:\n{report[-6000:]}"


def check_fuzz(factory):
    """No request that can be made from the description is answered with an error of the server, or otherwise than described"""
    factory.drop("IMG_20231224_180000.png", "IMG_20231225_080000.png")
    deadline = time.monotonic() + 60
    while True:
        with urllib.request.urlopen(f"{factory.address}/api/v1/dashboard") as answer:
            document = json.load(answer)
        # A part that could not be read just now is null, with its reason in "degraded".
        if document["media"] and document["media"]["total"] == 2:
            break
        assert time.monotonic() < deadline, \
            f"the photos were not filed: {document['media']}, {document['degraded']}"
        time.sleep(0.5)
    fuzz(factory, 60)
