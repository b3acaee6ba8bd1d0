#!/bin/sh
# restore.sh FILE URL: puts a backup into the empty database URL, wholly or not at all.
set -eu

file=${1:-}
url=${2:-}
[ -n "$file" ] && [ -n "$url" ] || {
  echo "Usage: restore.sh FILE URL, e.g. restore.sh neram-20261127T214500Z.dump postgresql://neram:password@localhost:5432/neram" >&2
  exit 2
}
[ -r "$file" ] || { echo "$file cannot be read." >&2; exit 1; }

tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$url" --command="SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
[ "$tables" -eq 0 ] || {
  echo "The database already holds $tables tables. Make an empty one (createdb) and name that. Nothing was changed." >&2
  exit 1
}

pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$url" "$file"
echo "Restored. Now: npm run migrate (it brings an older backup up to date), then start web and worker."
