#!/bin/sh
# Kennisbank Relationeel Werken op Mac en Linux. "./start.sh" toont de kennisbank in je browser;
# "./start.sh check", "./start.sh new" enzovoort zijn opdrachten. Op Windows is dit start.cmd.
cd "$(dirname "$0")" || exit 1
if ! command -v make >/dev/null; then
  echo "make ontbreekt. Op een Mac: xcode-select --install. Op Debian of Ubuntu: sudo apt install make" >&2
  exit 1
fi
case ${1-} in
  packages | publish) make --silent .venv/.packages || exit 1 ;;
  *) make --silent .venv/.site || exit 1 ;;
esac
export NO_MKDOCS_2_WARNING=1
[ $# -gt 0 ] || exec .venv/bin/python -m mkdocs serve --open
PYTHONPATH=scripts PYTHONUTF8=1 exec .venv/bin/python -m kennisbank "$@"
