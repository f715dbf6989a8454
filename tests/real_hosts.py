"""Real web servers, set up as the page Publiceren tells."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import need

NGINX = """\
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.err; worker_processes 1; {user}
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {root}; include {root}{path}hosting/nginx.conf; }}
}}
"""
APACHE = """\
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.err
DefaultRuntimeDir {folder}
{user}
{modules}
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
AddLanguage nl .nl
DocumentRoot {root}
<Directory />
  AllowOverride None
  Require all denied
</Directory>
<Directory {root}>
  Options Indexes FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
"""
MODULES = "mpm_event authz_core alias dir mime headers expires filter deflate rewrite setenvif"


@contextmanager
def serve_as_host(site: Path, path: str = "/") -> Iterator[str]:
    """Give the address of a real nginx with the settings that the build made for it.

    `path` is that of the site's address.
    """
    nginx = need("nginx")
    with (
        _prepare(site, path, NGINX, "user root;") as (folder, settings, port),
        _run([nginx, "-c", str(settings), "-e", f"{folder}/nginx.err"], port),
    ):
        yield f"http://127.0.0.1:{port}{path}"


@contextmanager
def serve_as_apache(site: Path, path: str = "/") -> Iterator[str]:
    """Give the address of a real Apache that reads the site's own settings."""
    apache = need("apache2")
    with tempfile.TemporaryDirectory() as folder:
        # Apache never reads as root; what root has made for a test is for root alone.
        Path(folder).chmod(0o755)
        copied = Path(shutil.copytree(site, Path(folder) / "site"))
        user = "User nobody\nGroup nogroup"
        with (
            _prepare(copied, path, APACHE, user) as (_, settings, port),
            _run([apache, "-X", "-f", str(settings)], port),
        ):
            yield f"http://127.0.0.1:{port}{path}"


@contextmanager
def _prepare(site: Path, path: str, text: str, user: str) -> Iterator[tuple[str, Path, int]]:
    with tempfile.TemporaryDirectory() as folder, socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
        found.close()
        root = site
        if path != "/":
            root = Path(folder) / "www"
            root.mkdir()
            (root / path.strip("/")).symlink_to(site)
        Path(folder).chmod(0o755)
        modules = "\n".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
            for name in MODULES.split()
        )
        settings = Path(folder) / "settings.conf"
        filled = text.format(
            folder=folder,
            port=port,
            root=root,
            path=path,
            modules=modules,
            user=user if os.geteuid() == 0 else "",
        )
        settings.write_text(filled, encoding="utf-8")
        yield folder, settings, port


@contextmanager
def _run(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:  # a machine that is very busy
            process.kill()
            process.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the host does not answer")
