# Sourced by scripts/report and scripts/test: steps that show their time, and what a clean
# machine lacks. The sourcing script stands in the repository's root and has `set -euo pipefail`.
# shellcheck shell=bash

libraries=(libcmark-gfm-dev libcmark-gfm-extensions-dev libsimdjson-dev libarchive-dev g++)

passed=0
failed=0
last=passed

say() { printf '%s\n' "$*"; }

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# step SENTENCE COMMAND…: runs the command, prints its time, counts it, and sets `last` to passed
# or failed. Never call it in a condition: bash would ignore `set -e` in the command.
step() {
  local sentence=$1 start=$SECONDS code
  shift
  say "$sentence …"
  set +e
  (
    set -e
    "$@"
  )
  code=$?
  set -e
  if ((code == 0)); then
    passed=$((passed + 1)) last=passed
    say "  done in $((SECONDS - start)) s"
  else
    failed=$((failed + 1)) last=failed
    say "  FAILED after $((SECONDS - start)) s: $sentence"
  fi
}

# quietly COMMAND…: shows the output on a terminal; elsewhere only when the command fails.
quietly() {
  if [[ -t 1 ]]; then
    "$@"
    return
  fi
  local log code=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || code=$?
  if ((code != 0)); then cat "$log"; fi
  rm -f "$log"
  return "$code"
}

# need_swift: stops with advice unless `swift` is there and new enough for Package.swift.
need_swift() {
  local where='How to install Swift: https://www.swift.org/install/linux/'
  if ! command -v swift >/dev/null; then
    stop 'Swift is missing: no command of the name swift is in the PATH.' "$where"
  fi
  local version
  version=$(swift --version 2>/dev/null || true)
  if ! [[ $version =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
    stop 'swift --version does not tell its version; the toolchain seems to be broken.' "$where"
  fi
  local major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
  if ((major < 6 || (major == 6 && minor < 2))); then
    stop "Swift $major.$minor is too old: so-report needs Swift 6.2 or newer." "$where"
  fi
}

is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# need_packages NAME…: installs the Debian packages that are missing, and asks nobody when none is.
need_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "  This is no Debian; what these packages hold must be there already: $*"
    return
  fi
  local name missing=()
  for name in "$@"; do
    if ! is_installed "$name"; then missing+=("$name"); fi
  done
  if ((${#missing[@]} == 0)); then return; fi
  say "  installing ${missing[*]}"
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      stop 'These packages are missing, and this is neither root nor is there sudo. As root, run:' \
        "  apt-get update && apt-get install --yes ${missing[*]}"
    fi
    as_root=(sudo "${as_root[@]}")
  fi
  quietly "${as_root[@]}" apt-get update || say '  apt-get update failed; trying with the lists at hand'
  quietly "${as_root[@]}" apt-get install --yes --no-install-recommends "${missing[@]}"
}
