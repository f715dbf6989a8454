"""Make an edition of a built site: its pages with a banner, its assets once, in one zip."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape
from posixpath import dirname, normpath

_LEFT_OUT = re.compile(
    r"(edities|zoeken|hosting|data/zoeken)/.*|404\.html|_redirects|_headers|\.htaccess|robots\.txt|sitemap\.xml.*"
    r"|.*\.(zip|apkg|imscc|pdf|epub|docx|xlsx|gz|mbz)"
)
_LINK = re.compile(r'\b(href|src|action)="([^"#?:]*)([#?][^"]*)?"')
_ROBOTS = re.compile(r'\s*<meta name="robots"[^>]*>')
_BODY = re.compile(r"(<body[^>]*>)")
_OTHER_EDITION = re.compile(r'(?s)<section class="vaste-editie">.*?</section>')
_CANONICAL = '<link rel="canonical"'
_FIXED_DAY = (1980, 1, 1, 0, 0, 0)


def freeze(site: Mapping[str, bytes], name: str, day_text: str, site_url: str) -> dict[str, bytes]:
    """Give the files of an edition: links stay inside, or lead to the site of today."""
    kept = {path for path in site if not _LEFT_OUT.fullmatch(path)}
    frozen = {}
    for path in sorted(kept):
        content = site[path]
        if path.endswith(".html"):
            text = _keep_links(content.decode(), path, kept, frozenset(site) - kept)
            text = _mark(text, path, site_url)
            text = _cite_here(text, path, (site_url, f"{site_url}edities/{name}/"))
            head, body, rest = _BODY.split(text, maxsplit=1)
            content = f"{head}{body}{_banner(path, name, day_text)}{rest}".encode()
        frozen[path] = content
    return frozen


def _keep_links(text: str, path: str, kept: set[str], left_out: frozenset[str]) -> str:
    """Lead links to what an edition does not hold to the site of today."""

    def mend(match: re.Match[str]) -> str:
        attribute, written, rest = match[1], match[2], match[3] or ""
        target = normpath(f"{dirname(path)}/{written}").removeprefix("./").lstrip("/")
        names = {target, f"{target}/index.html"}
        if not written or names & kept or not (names & left_out or target == "edities"):
            return match[0]
        return f'{attribute}="{_to_now(path)}{target}{"/" if written.endswith("/") else ""}{rest}"'

    return _LINK.sub(mend, text)


def _to_now(path: str) -> str:
    """Give the way from a page of an edition to the root of the site of today."""
    return "../" * (path.count("/") + 2)


def _mark(text: str, path: str, site_url: str) -> str:
    head = '<meta name="robots" content="noindex">'
    if _CANONICAL not in text:
        page = path.removesuffix("index.html")
        head += f'{_CANONICAL} href="{escape(site_url + page)}">'
    return _ROBOTS.sub("", text).replace("</head>", f"{head}\n  </head>", 1)


def _cite_here(text: str, path: str, roots: tuple[str, str]) -> str:
    """Let a page of an edition cite itself: in what programs save of it, and in what readers copy.

    `roots` are the addresses of the site of today and of the edition.
    """
    page = path.removesuffix("index.html")
    now, here = (escape(root + page) for root in roots)
    head, body, rest = _BODY.split(text, maxsplit=1)
    head = head.replace(f'="{now}"', f'="{here}"')
    before, mark, after = rest.partition('id="citeren"')
    cited, end, last = after.partition('id="delen"')
    cited = _OTHER_EDITION.sub("", cited).replace(f"{now}<", f"{here}<")
    return f"{head}{body}{before}{mark}{cited}{end}{last}"


def _banner(path: str, name: str, day_text: str) -> str:
    page = f"{_to_now(path)}{path.removesuffix('index.html')}"
    return (
        f'\n    <p class="editie" role="note">Dit is editie {escape(name)}: de kennisbank zoals '
        f'zij was op {escape(day_text)}. <a href="{escape(page)}">Naar deze pagina van nu</a></p>'
    )


def pack(files: Mapping[str, bytes]) -> bytes:
    """Give a zip with the same bytes for the same files: sorted, with a fixed date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(files.items()):
            info = zipfile.ZipInfo(path, _FIXED_DAY)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()
