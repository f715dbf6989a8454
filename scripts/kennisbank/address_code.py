"""The address of a page as a QR code, for paper and slides."""

import io

import segno


def draw_address(address: str) -> str:
    """Give a QR code of a web address as an inline `svg`; a fixed mask saves most of the work."""
    return str(_encode(address).svg_inline(omitsize=True, border=0, svgclass=None, lineclass=None))


def draw_address_file(address: str) -> bytes:
    """Give a QR code of a web address as an SVG file, black on white with the border it needs."""
    drawn = io.BytesIO()
    _encode(address).save(
        drawn, kind="svg", scale=4, border=4, light="#fff", svgclass=None, lineclass=None
    )
    return drawn.getvalue()


def _encode(address: str) -> segno.QRCode:
    return segno.make(address, error="m", mask=2, micro=False, boost_error=False)
