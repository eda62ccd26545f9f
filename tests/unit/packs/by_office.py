"""Files as LibreOffice shows them, where it is installed."""

import subprocess
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader

LONGEST = 120  # seconds, its first start on a busy machine


def shown_by(program: str, file: Path) -> list[PageObject]:
    """Return the pages that `program` ('soffice', 'localc') prints of a file, which lies in a folder that may be written."""
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    asked = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(asked, check=True, capture_output=True, timeout=LONGEST)
    return list(PdfReader(BytesIO(file.with_suffix(".pdf").read_bytes())).pages)
