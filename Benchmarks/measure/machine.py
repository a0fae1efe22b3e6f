"""What the figures of a benchmark depend on: the machine, and the versions of what ran on it."""

import datetime
import platform
import subprocess


def first_line(*command):
    try:
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return next(iter(output.splitlines()), "")
    except (OSError, subprocess.CalledProcessError):
        return None


def machine(options):
    """What the figures depend on."""
    with open("/proc/cpuinfo") as lines:
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")
    versions = {
        "commit": first_line("git", "rev-parse", "--short", "HEAD"),
        "postgresql": first_line(str(options.binaries / "postgres"), "--version"),
        "openssl": first_line("openssl", "version"),
        "exiftool": first_line("exiftool", "-ver"),
        "jdupes": first_line("jdupes", "--version"),
        "kernel": platform.release(),
    }
    with open("/proc/meminfo") as lines:
        memory = int(next(line for line in lines if line.startswith("MemTotal")).split()[1]) // 1024
    file_system = first_line("stat", "--file-system", "--format=%T", str(options.scratch))
    return {
        "date": datetime.date.today().isoformat(), "processor": model, "processors": int(first_line("nproc")),
        "memory_mb": memory, "file_system": file_system, "versions": versions,
    }
