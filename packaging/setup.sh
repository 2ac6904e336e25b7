# Shared by run, test and bench: steps with their times, the packages, the build. Sourced, not run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# die WHAT WHY REMEDY: ends the command with an explanation.
die() {
  printf 'error: %s: %s\n  %s\n' "$1" "$2" "$3" >&2
  exit 1
}

# step NAME COMMAND…: runs the command; its output goes to a log that is shown when it fails.
step() {
  local name=$1 log begin status=0
  shift
  log=$(mktemp)
  begin=$(date +%s%N)
  printf '%-42s' "$name …"
  "$@" >"$log" 2>&1 || status=$?
  printf '%6.1f s\n' "$(awk -v a="$begin" -v b="$(date +%s%N)" 'BEGIN { print (b - a) / 1e9 }')"
  if [ "$status" -ne 0 ]; then
    tail -n 60 "$log" >&2
    rm -f "$log"
    return "$status"
  fi
  grep -E '^(wrote|warning:|refused:) ' "$log" || true
  rm -f "$log"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else
    die "packages" "installing them needs root and sudo is not installed" "Run as root: apt-get install --no-install-recommends ${MISSING[*]}"
  fi
}

debian_release() {
  local id version
  id=$(. /etc/os-release && echo "${ID:-}")
  version=$(. /etc/os-release && echo "${VERSION_ID:-}")
  case "$id-$version" in
    debian-12 | debian-13) echo "$id-$version" ;;
    *) die "system" "this is ${id:-unknown} ${version:-}, and Facet is built on Debian 12 and 13" "Use one of them, also in a container." ;;
  esac
}

# wanted_packages SECTION…: the names of these sections that apply to this release.
wanted_packages() {
  awk -v release="$(debian_release)" -v sections=" $* " '
    /^\[/ { section = substr($0, 2, index($0, "]") - 2); next }
    /^#/ || NF == 0 || index(sections, " " section " ") == 0 { next }
    /^debian-[0-9]+:/ { split($0, part, /: */); if (part[1] == release) print part[2]; next }
    { print $1 }' "$ROOT/packaging/packages.txt"
}

# The wanted packages that are not installed, in MISSING.
find_missing() {
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package} ${Version}\n' | awk '$1 == "ii" { print $2, $3 }')
  MISSING=()
  local name version
  for name in $(wanted_packages "$@"); do
    version=$(awk -v name="$name" '$1 == name { print $2; exit }' <<<"$installed")
    if [ -z "$version" ] || { [ "$name" = libsqlcipher-dev ] && dpkg --compare-versions "$version" lt 4.6; }; then
      MISSING+=("$name")
    fi
  done
}

# Debian 12 has SQLCipher 4.6 only in its backports suite. It is taken from the mirror that is in use already; apt
# keeps preferring the stable packages, and nothing else of the system's sources is touched.
enable_backports() {
  local list=/etc/apt/sources.list.d/facet-backports.sources mirror
  if apt-get indextargets --format '$(RELEASE)' 'Created-By: Packages' | grep -qx bookworm-backports; then
    return
  fi
  mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 'Component: main' |
    awk '$1 == "bookworm" { print $2; exit }')
  [ -n "$mirror" ] || die "bookworm-backports" "apt has no mirror for bookworm, component main" \
    "Check /etc/apt/sources.list and run apt-get update."
  as_root tee "$list" >/dev/null <<SOURCES
Types: deb
URIs: $mirror
Suites: bookworm-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  as_root apt-get update -o Dir::Etc::sourcelist="$list" -o Dir::Etc::sourceparts=/dev/null -o APT::Get::List-Cleanup=0
}

apt_install() {
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
}

# Services that come with a package are not started while it is installed.
without_services() {
  local policy=/usr/sbin/policy-rc.d made=no status=0
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    made=yes
  fi
  "$@" || status=$?
  [ "$made" = no ] || as_root rm -f "$policy"
  return "$status"
}

check_network() {
  die "packages" "apt could not fetch them" "Check the network and the mirror with: apt-get update"
}

need_space() {
  local folder=$1 megabytes=$2 free
  free=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$megabytes" ] || die "$folder" "$free MB are free and $megabytes MB are needed" "Free some space and run this again."
}

# install_packages SECTION…: what is missing, from Debian; nothing at all when nothing is.
install_packages() {
  find_missing "$@"
  [ "${#MISSING[@]}" -gt 0 ] || return 0
  printf 'missing packages: %s\n' "${MISSING[*]}"
  need_space /var 1500
  need_space /usr 4000
  step "Package lists" as_root apt-get update || check_network
  if [[ " ${MISSING[*]} " == *" libsqlcipher-dev "* ]] && [ "$(debian_release)" = debian-12 ]; then
    step "Backports suite" enable_backports || check_network
    MISSING=("${MISSING[@]/libsqlcipher-dev/}")
    # shellcheck disable=SC2206 # empty entries are to go
    MISSING=(${MISSING[@]})
    if [ "${#MISSING[@]}" -gt 0 ]; then
      step "Packages" without_services apt_install "${MISSING[@]}" || check_network
    fi
    step "SQLCipher from backports" without_services apt_install -t bookworm-backports libsqlcipher-dev || check_network
  else
    step "Packages" without_services apt_install "${MISSING[@]}" || check_network
  fi
}

# build PRESET [TARGET…]: configures when there is no build folder yet (later changes are noticed by the build itself).
build() {
  local preset=$1
  shift
  need_space "$ROOT" 3000
  cd "$ROOT"
  if [ ! -f "build/$preset/build.ninja" ]; then
    step "Configure ($preset)" cmake --preset "$preset"
  fi
  step "Build ($preset)" cmake --build --preset "$preset" ${1:+--target "$@"}
}
