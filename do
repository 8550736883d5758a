#!/bin/sh
# Every chore of a checkout, set-up included:
#
#   ./do run          start the app on the shipped report (arguments go to `kpi serve`)
#   ./do test         run every test, browser tests included (arguments go to pytest)
#   ./do lint         formatting, lint, types and import directions
#   ./do bench        measure speed, memory and load
#   ./do wheel        build the wheel into dist/
#   ./do lock         write requirements/*.txt anew from pyproject.toml
#
# Everything Python goes into .venv beside this file. Only `test` may install system packages
# (Chromium and a font, through apt-get), and it says so first.
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# The first Python that is new enough; PYTHON names another one.
find_python() {
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    stop "This needs Python 3.11 or newer. Install it, or name it: PYTHON=/path/to/python3 ./do ..."
}

# Fill .venv with the pinned packages of requirements/$1.txt, once for each change of the pins.
# --without-pip and --python: Debian's Python alone cannot put pip into a new environment.
setup() {
    pins="requirements/$1.txt"
    if cmp -s "$pins" .venv/pins.txt && .venv/bin/python -c '' 2>/dev/null; then return; fi
    if [ "$1" = run ] && cmp -s requirements/dev.txt .venv/pins.txt; then return; fi
    python=$(find_python)
    "$python" -m pip --version >/dev/null 2>&1 || stop "This needs pip: apt-get install python3-pip"
    say "Installing the pinned packages of $pins into .venv ..."
    [ -x .venv/bin/python ] || "$python" -m venv --without-pip --clear .venv
    install() { "$python" -m pip --python .venv/bin/python install --quiet "$@"; }
    install --require-hashes --requirement "$pins"
    install --no-deps --no-build-isolation --editable .
    cp "$pins" .venv/pins.txt
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# The browser of the distribution; where there is none (Ubuntu ships a snap), the one that
# Playwright fetches.
find_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then return; fi
    for name in chromium chromium-browser google-chrome; do
        CHROMIUM=$(command -v "$name" || true)
        case $CHROMIUM in
            "" | /snap/*) ;;
            *) if "$CHROMIUM" --version >/dev/null 2>&1; then export CHROMIUM; return; fi ;;
        esac
    done
    CHROMIUM=
}

need_chromium() {
    find_chromium
    if [ -n "$CHROMIUM" ]; then return; fi
    say "The browser tests need Chromium. Installing it as a system package (as root) ..."
    if grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
        as_root apt-get update --quiet=2
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes \
            --no-install-recommends chromium fonts-liberation >&2
        find_chromium
        [ -n "$CHROMIUM" ] || stop "Chromium did not install. Install it and name it: CHROMIUM=..."
    else
        .venv/bin/python -m playwright install --with-deps chromium >&2
    fi
}

task=${1:-help}
[ $# = 0 ] || shift
case $task in
    run)
        setup run
        exec .venv/bin/kpi serve "$@"
        ;;
    test)
        setup dev
        need_chromium
        # A browser test that cannot start its browser is a failure here, not a skip.
        export KPI_BROWSER_REQUIRED=1
        exec .venv/bin/python -m pytest "$@"
        ;;
    lint)
        setup dev
        wrong=0  # all four speak before the first that complains decides
        .venv/bin/ruff format --check . || wrong=1
        .venv/bin/ruff check . || wrong=1
        .venv/bin/mypy || wrong=1
        .venv/bin/lint-imports || wrong=1
        exit $wrong
        ;;
    bench)
        setup dev
        need_chromium
        .venv/bin/python -m benchmarks "$@"
        .venv/bin/python -m benchmarks.reading "$@"
        exec .venv/bin/python -m benchmarks.national "$@"
        ;;
    wheel)
        setup run
        exec .venv/bin/python -m hatchling build -t wheel
        ;;
    lock)
        setup dev
        lock() {
            UV_CUSTOM_COMPILE_COMMAND="./do lock" .venv/bin/uv pip compile --quiet --universal \
                --python-version 3.11 --generate-hashes --no-emit-index-url \
                --no-emit-find-links "$@"
        }
        lock pyproject.toml --group build --output-file requirements/run.txt
        lock pyproject.toml --group dev --constraint requirements/run.txt \
            --output-file requirements/dev.txt
        ;;
    *)
        sed -n '2,/^set/{/^#/s/^# \{0,1\}//p;}' do
        [ "$task" = help ]
        ;;
esac
