#!/bin/sh
# Prints the path of a Chromium for the browser tests. Debian's package is installed where there is
# none and we may; otherwise this says why there is none, and fails.
set -eu

say() { echo "chromium.sh: $*" >&2; }
fail() { say "$*"; exit 1; }

find_it() {
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome-stable google-chrome; do
    found=$(command -v "$name") || continue
    "$found" --version >/dev/null 2>&1 || continue
    echo "$found"
    exit 0
  done
}

install_it() {
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-liberation >&2
}

find_it
command -v apt-get >/dev/null ||
  fail "no Chromium is here, and no apt-get to install it with: install Chromium or Chrome, or set CHROMIUM to its path"
[ "$(id -u)" -eq 0 ] ||
  fail "no Chromium is here: install it (sudo apt-get install chromium), or set CHROMIUM to its path"
say "installing Debian's chromium"
install_it || { apt-get update -qq >&2 && install_it; } ||
  fail "Debian's chromium could not be installed; apt-get says why above"
find_it
fail "chromium was installed but does not start: see what 'chromium --version' says"
