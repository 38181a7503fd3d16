#!/bin/sh
# Takes the README's pictures, docs/images/{widget,admin}.png, from a running server in real Chromium:
#
#   SMARTCHAT_ADMIN_EMAIL=… SMARTCHAT_ADMIN_PASSWORD=… docs/pictures.sh [http://localhost:8000]
#
# It makes a tenant with three documents of a made-up maker of cargo bicycles, asks a question, and
# deletes the tenant again.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
export SMARTCHAT_URL="${1:-http://localhost:8000}"
export CHROMIUM="$("$root/liberty/src/test/scripts/chromium.sh")"
export PICTURES="$root/docs/images"
exec node "$root/.mvn/npm.mjs" "$root/liberty/src/test/browser" pictures
