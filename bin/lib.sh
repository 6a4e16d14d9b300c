# What every command needs before it can do anything: the packages, and the build. Both are skipped when nothing has
# changed, and both wait for another copy of the command that is at it.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

need() { command -v "$1" >/dev/null 2>&1 || { echo "duban needs $1: $2" >&2; exit 1; }; }
need node "install Node.js 20.19 or newer"
need npm "it comes with Node.js"

install_packages() {
  local want have
  want="$(sha256sum package-lock.json | cut -d' ' -f1)-$(node -p process.version)"
  have="$(cat node_modules/.duban-installed 2>/dev/null || true)"
  [ "$want" = "$have" ] && return
  echo "installing packages (about a minute)…" >&2
  npm ci --no-progress >&2
  echo "$want" > node_modules/.duban-installed
}

mkdir -p .local
(
  if command -v flock >/dev/null 2>&1; then flock 9; fi
  install_packages
) 9>.local/install.lock
