"""The address of a page as a QR code, for paper and slides."""

from functools import cache
from itertools import groupby

_BORDER, _SCALE = 4, 4


def draw_address(address: str) -> str:
    """Give a QR code of a web address as an inline `svg`, in the colour of the text."""
    size, path = _draw(address)
    return f'<svg viewBox="0 0 {size} {size}"><path stroke="currentColor" d="{path}"/></svg>'


def draw_address_file(address: str) -> bytes:
    """Give a QR code of a web address as an SVG file, black on white with the border it needs."""
    size, path = _draw(address)
    whole = size + 2 * _BORDER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole * _SCALE}" '
        f'height="{whole * _SCALE}" viewBox="{-_BORDER} {-_BORDER} {whole} {whole}">'
        f'<path fill="#fff" d="M{-_BORDER} {-_BORDER}h{whole}v{whole}h{-whole}z"/>'
        f'<path stroke="#000" d="{path}"/></svg>\n'
    ).encode()


@cache
def _draw(address: str) -> tuple[int, str]:
    """Give the modules along a side, and the dark ones as one path; page and card share it.

    A fixed mask saves most of the work of encoding.
    """
    import segno  # here: a check draws none, and it is slow to load

    code = segno.make(address, error="m", mask=2, micro=False, boost_error=False)
    return len(code.matrix), "".join(_trace(code.matrix))


def _trace(matrix: tuple[bytearray, ...]) -> list[str]:
    """Give each row as moves and horizontal lines through the middle of its dark modules."""
    steps = []
    for y, row in enumerate(matrix):
        x = 0
        for is_dark, run in groupby(row):
            length = len(tuple(run))
            if is_dark:
                steps.append(f"M{x} {y}.5h{length}")
            x += length
    return steps
