#!/usr/bin/env bash
# A researcher's first minutes: clones this checkout into a new folder, runs README's `npm run pdf` there with an empty
# HOME, and compares each edition's PDF with the one in this checkout's out/, which `npm run pdf` has made before.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 2
origin=$PWD
journey=$(mktemp -d) || exit 2
trap 'rm -rf "$journey"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
clone=$journey/clone

fail() {
  printf 'fresh clone: %s\n' "$1" >&2
  exit 1
}

if [ -n "$(git status --porcelain)" ]; then
  printf 'fresh clone: this checkout has changes that are not committed; the clone is of the last commit.\n'
fi
git clone --quiet --no-hardlinks "$origin" "$clone" || fail 'git clone failed'

# Nothing of the user's is there: neither HOME with its caches and settings, nor what stands in for parts of it. How to
# reach the registry is the machine's business: npm's own environment variables and its global settings stay.
mkdir "$journey/home" "$journey/temporary" || fail 'no room for an empty HOME'
(
  cd "$clone" || exit 2
  unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME NODE_COMPILE_CACHE
  export HOME=$journey/home TMPDIR=$journey/temporary
  npm run pdf
) </dev/null || fail 'npm run pdf failed'

changed=$(git -C "$clone" status --porcelain)
[ -z "$changed" ] || fail "the build left changes in the clone: $changed"

editions=0
for file in "$clone"/content/*/edition.yaml; do
  [ -f "$file" ] || continue
  pdf=out/$(basename "$(dirname "$file")").pdf
  for folder in "$origin" "$clone"; do
    [ -f "$folder/$pdf" ] || fail "$folder has no $pdf"
    [ "$(head -c 4 "$folder/$pdf")" = %PDF ] || fail "$folder/$pdf is no PDF"
  done
  cmp "$origin/$pdf" "$clone/$pdf" || fail "$pdf is not the same in a fresh clone"
  printf 'fresh clone: %s is the same to the byte\n' "$pdf"
  editions=$((editions + 1))
done
[ "$editions" -gt 0 ] || fail 'there is no edition'
