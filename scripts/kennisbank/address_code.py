"""The address of a page as a QR code, for paper."""

import segno


def draw_address(address: str) -> str:
    """Give a QR code of a web address as an inline `svg`; a fixed mask saves most of the work."""
    code = segno.make(address, error="m", mask=2, micro=False, boost_error=False)
    return str(code.svg_inline(omitsize=True, border=0, svgclass=None, lineclass=None))
