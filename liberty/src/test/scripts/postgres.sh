#!/bin/sh
# A private PostgreSQL with pgvector for the tests; nothing is installed into the system.
#
#   postgres.sh start <workdir> <port>    prints the JDBC URL (user, password and database: smartchat)
#   postgres.sh stop <workdir>
#
# The first start unpacks Debian's packages and compiles pgvector, into a cache of the user's own.
set -eu

MAJOR=15
PGVECTOR=0.8.0
PGVECTOR_SUITE=trixie
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/smartchat/postgresql-$MAJOR-pgvector-$PGVECTOR
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

say() { echo "postgres.sh: $*" >&2; }
fail() { say "$*"; exit 1; }

# The server refuses to run as root.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u nobody -- env LC_ALL=C LD_LIBRARY_PATH="$LIBRARIES" "$@"
  else
    env LC_ALL=C LD_LIBRARY_PATH="$LIBRARIES" "$@"
  fi
}

# "uri suite" of every binary source, from deb822 and one-line files.
apt_sources() {
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ ! -f "$file" ] || sed -n 's/^[[:space:]]*deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]*\)\{0,1\}\([^[:space:]]*\)[[:space:]]\{1,\}\([^[:space:]]*\).*/\2 \3/p' "$file"
  done
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk '
      function flush(   i, j, u, s) {
        if (types ~ /(^| )deb( |$)/ && enabled !~ /no/)
          for (i = 1; i <= split(uris, u, " "); i++)
            for (j = 1; j <= split(suites, s, " "); j++) print u[i], s[j]
        types = uris = suites = enabled = ""
      }
      /^#/ { next }
      /^[[:space:]]*$/ { flush(); next }
      /^[^[:space:]]/ { field = tolower($0); sub(/:.*/, "", field) }
      { value = $0; if ($0 ~ /^[^[:space:]]/) sub(/^[^:]*:/, "", value)
        gsub(/[[:space:]]+/, " ", value)
        if (field == "types") types = types value
        if (field == "uris") uris = uris value
        if (field == "suites") suites = suites value
        if (field == "enabled") enabled = enabled tolower(value) }
      END { flush() }' "$file"
  done
}

need_tools() {
  for tool in apt-get dpkg dpkg-deb flock tar; do
    command -v "$tool" >/dev/null || fail "$tool is missing: this script needs Debian or a system like it"
  done
  missing=
  command -v gcc >/dev/null || missing="$missing gcc"
  command -v make >/dev/null || missing="$missing make"
  [ -f /usr/include/stdio.h ] || missing="$missing libc6-dev"
  [ -n "$missing" ] || return 0
  [ "$(id -u)" -eq 0 ] || fail "please install$missing, with which pgvector is compiled, and try again"
  say "installing$missing"
  apt-get -qq update >&2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >&2 ||
    fail "could not install$missing, with which pgvector is compiled"
}

# Downloads what the packages in the current directory need and the system lacks.
add_missing_libraries() {
  wanted=new
  while [ -n "$wanted" ]; do
    wanted=
    for dependency in $(for deb in *.deb; do dpkg-deb -f "$deb" Pre-Depends Depends; done |
      sed 's/^[A-Za-z-]*: //; s/([^)]*)//g; s/|[^,]*//g; s/:any//g' | tr ', ' '\n\n' | sort -u); do
      case $dependency in
        libllvm* | libc6 | libgcc-s1) continue ;;
        lib*) ;;
        *) continue ;;
      esac
      ls "${dependency}"_*.deb >/dev/null 2>&1 && continue
      dpkg-query -W -f '${Status}' "$dependency" 2>/dev/null | grep -q 'ok installed' && continue
      wanted="$wanted $dependency"
    done
    # shellcheck disable=SC2086
    [ -z "$wanted" ] || apt_get download $wanted >&2 || fail "could not download$wanted"
  done
}

apt_get() {
  apt-get -qq -o Dir::Etc::SourceList="$build/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$build/lists" -o Dir::Cache="$build/cache" -o Acquire::Languages=none \
    -o APT::Sandbox::User="$(id -un)" "$@"
}

build() {
  need_tools
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  mirror=$(apt_sources | awk -v suite="$codename" '$2 == suite && $1 !~ /security/ { print $1; exit }')
  [ -n "$mirror" ] || fail "found no package source for '$codename' under /etc/apt"
  [ -f "$KEYRING" ] || fail "$KEYRING is missing: install debian-archive-keyring"

  mkdir -p "$build/lists/partial" "$build/cache/archives/partial" "$build/debs" "$build/source" "$build/root"
  {
    echo "deb [signed-by=$KEYRING] $mirror $codename main"
    echo "deb-src [signed-by=$KEYRING] $mirror $PGVECTOR_SUITE main"
  } >"$build/sources.list"
  cd "$build/debs"
  say "fetching PostgreSQL $MAJOR and pgvector $PGVECTOR (once)"
  apt_get update >&2 || fail "the package lists could not be fetched; see above"
  apt_get download "postgresql-$MAJOR" "postgresql-client-$MAJOR" "postgresql-server-dev-$MAJOR" libpq5 >&2 ||
    fail "Debian '$codename' has no PostgreSQL $MAJOR, or it could not be fetched; see above"
  apt_get source --download-only pgvector >&2 || fail "pgvector's source could not be fetched; see above"
  add_missing_libraries
  for deb in *.deb; do dpkg -x "$deb" "$build/root"; done
  tar xzf "pgvector_$PGVECTOR.orig.tar.gz" -C "$build/source" --strip-components=1 ||
    fail "pgvector's source is not version $PGVECTOR any more"

  say "compiling pgvector"
  pg_config=$build/root/usr/lib/postgresql/$MAJOR/bin/pg_config
  if ! { make -s -C "$build/source" with_llvm=no OPTFLAGS= PG_CONFIG="$pg_config" &&
    make -s -C "$build/source" with_llvm=no PG_CONFIG="$pg_config" install; } >"$build/make.log" 2>&1; then
    cat "$build/make.log" >&2
    fail "pgvector could not be compiled; see above"
  fi
  cd "$build/root"
  rm -rf usr/include usr/share/doc usr/share/man usr/share/locale \
    "usr/lib/postgresql/$MAJOR/lib/bitcode" "usr/lib/postgresql/$MAJOR/lib/pgxs"
}

provide() {
  [ ! -d "$CACHE" ] || return 0
  mkdir -p "$(dirname "$CACHE")"
  (
    command -v flock >/dev/null || fail "flock is missing: install util-linux"
    flock 9
    [ ! -d "$CACHE" ] || exit 0
    build=$(mktemp -d "$CACHE.XXXXXX")
    trap 'rm -rf "$build"' EXIT
    trap 'exit 1' INT TERM
    (build)
    chmod 755 "$build/root"
    mv "$build/root" "$CACHE"
  ) 9>"$CACHE.lock"
}

locate() {
  BIN=$1/usr/lib/postgresql/$MAJOR/bin
  LIBRARIES=$(echo "$1"/usr/lib/*-linux-gnu* | tr ' ' ':')
}

stop() {
  [ -f "$workdir/home" ] || return 0
  home=$(cat "$workdir/home")
  locate "$home/postgresql"
  if [ -f "$home/data/postmaster.pid" ]; then
    as_server "$BIN/pg_ctl" -s -D "$home/data" -m immediate stop >&2 || say "no server was running in $home"
  fi
  rm -rf "$home" "$workdir/home"
}

start() {
  provide
  mkdir -p "$workdir"
  stop
  # Neither the cache nor the working directory need be readable for the user the server runs as.
  home=$(mktemp -d "${TMPDIR:-/tmp}/smartchat-postgres.XXXXXX")
  echo "$home" >"$workdir/home"
  trap 'stop' EXIT
  trap 'exit 1' INT TERM
  if [ "$(id -u)" -eq 0 ]; then cp -R "$CACHE" "$home/postgresql"; else ln -s "$CACHE" "$home/postgresql"; fi
  echo smartchat >"$home/password"
  [ "$(id -u)" -ne 0 ] || chown nobody "$home" "$home/password"
  cd "$home"
  locate "$home/postgresql"

  as_server "$BIN/initdb" -D "$home/data" -U smartchat --pwfile="$home/password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$workdir/postgres.log" 2>&1 ||
    { cat "$workdir/postgres.log" >&2; fail "initdb failed; see above"; }
  cat >>"$home/data/postgresql.conf" <<CONF
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 64MB
jit = off
CONF
  echo 'create database smartchat' |
    as_server "$BIN/postgres" --single -D "$home/data" postgres >>"$workdir/postgres.log" 2>&1 ||
    { cat "$workdir/postgres.log" >&2; fail "the database could not be created; see above"; }
  as_server "$BIN/pg_ctl" -s -w -t 60 -D "$home/data" -l "$home/server.log" start 9>&- >>"$workdir/postgres.log" 2>&1 ||
    { cat "$home/server.log" >&2; fail "PostgreSQL did not start on port $port; see above"; }
  trap - EXIT INT TERM
  echo "jdbc:postgresql://127.0.0.1:$port/smartchat"
}

case ${1:-}:$# in
  start:3)
    case $3 in '' | *[!0-9]*) fail "'$3' is not a port" ;; esac
    port=$3
    ;;
  stop:2) ;;
  *) fail "usage: postgres.sh start <workdir> <port> | stop <workdir>" ;;
esac
case $2 in /*) workdir=$2 ;; *) workdir=$PWD/$2 ;; esac
"$1"
