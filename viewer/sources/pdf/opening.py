"""Opens a stranger's PDF with PDFium."""

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from viewer import __version__
from viewer.sources.problems import Problem, ProblemError

TOOL = (
    f"pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}, PDFium {pypdfium2.PDFIUM_INFO.build}, "
    f"by Casefile {__version__}"
)


def opened(data: bytes) -> PdfDocument:
    """Return the document; raises `ProblemError` where it is locked, `PdfiumError` if damaged."""
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise ProblemError(Problem.ENCRYPTED) from error
        raise
