"""Installs a Debian or Ubuntu package when this user may."""

import os
import shutil
import subprocess


def may_install() -> bool:
    """Say whether apt is here and we are root."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install(package: str) -> bool:
    """Install one package, refreshing apt's lists when it is not known yet; False when it cannot be had."""
    if not may_install():
        return False
    print(f"Installing Debian's {package} (once) ...", flush=True)
    return _apt_get("install", package) or (_apt_get("update") and _apt_get("install", package))


def _apt_get(*arguments: str) -> bool:
    command = ["apt-get", "-qq", "-y", "--no-install-recommends", *arguments]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
