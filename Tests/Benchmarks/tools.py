"""What the peers need, found on the machine or installed by the bench itself."""

import os
import pathlib
import shutil
import subprocess
import sys


class NotAvailable(Exception):
    """Says why something cannot be had; the bench then does without."""


def python_with(module: str, debian_package: str, pip_package: str, folder: pathlib.Path) -> str:
    """An interpreter that can import a module.

    Debian's package is preferred: it uses the libraries that the rest of the machine uses, so lxml runs on the same
    libxml2 as xmllint. Where it cannot be had, pip installs into an environment inside the folder.
    """
    system = shutil.which("python3", path="/usr/bin") or sys.executable
    environment = folder / "python"
    own = str(environment / "bin" / "python")
    for python in (system, own):
        if can_import(python, module):
            return python
    print(f"installing {debian_package} …", file=sys.stderr)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", debian_package]
        if attempt(["apt-get", "update", "-qq"]) is None and attempt(install) is None and can_import(system, module):
            return system
    problem = (attempt([sys.executable, "-m", "venv", str(environment)])
               or attempt([own, "-m", "pip", "install", "-q", pip_package]))
    if problem is None and can_import(own, module):
        return own
    raise NotAvailable(f"{pip_package} is not installed and could not be: {problem or 'it cannot be imported'}")


def can_import(python: str, module: str) -> bool:
    return attempt([python, "-c", f"import {module}"]) is None


def attempt(command: list[str]) -> str | None:
    """Runs a command; the last line of what it said if it failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return None
    return (done.stderr or done.stdout).strip().rpartition("\n")[2] or f"{command[0]}: status {done.returncode}"
