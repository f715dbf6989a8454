"""The git host that keeps the records, read from the address at which it lets a file be edited."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from kennisbank.vocabulary import SECURITY_POLICY

_GITHUB = re.compile(
    r"https://github\.com/(?P<project>[^/]+/[^/]+)/edit/(?P<branch>.+)/\{bestand\}"
)
_GITLAB = re.compile(r"https://(?P<site>[^/]+)/(?P<project>.+)/-/edit/(?P<branch>.+)/\{bestand\}.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class GitHost:
    """GitHub or a GitLab, with the project and the branch that the site is made of.

    `api` is where its interface for programs begins; `edit` is the address that it was read from.
    """

    sort: str
    name: str
    api: str
    project: str
    branch: str
    edit: str

    @property
    def policy(self) -> str:
        """Give the security policy of a page that may ask this host too."""
        address = urlsplit(self.api)
        own = "connect-src 'self'"
        return SECURITY_POLICY.replace(own, f"{own} {address.scheme}://{address.netloc}")


def read_git_host(edit: str | None) -> GitHost | None:
    """Read the address from `kennisbank.yml`; None when it is of no host that takes proposals."""
    if found := _GITHUB.fullmatch(edit or ""):
        sort, name, api = "github", "GitHub", "https://api.github.com"
    elif found := _GITLAB.fullmatch(edit or ""):
        sort, name, api = "gitlab", "GitLab", f"https://{found['site']}/api/v4"
    else:
        return None
    project, branch = unquote(found["project"]), unquote(found["branch"])
    return GitHost(sort=sort, name=name, api=api, project=project, branch=branch, edit=found.string)
