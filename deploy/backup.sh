#!/bin/sh
# A backup of the database DATABASE_URL into BACKUP_DIR, checked before it counts; those older than BACKUP_KEEP_DAYS (14)
# go, but never the newest one. With --daily HH:MM it stays and does so every day at that time.
set -eu

: "${DATABASE_URL:?names the database, e.g. postgresql://neram:password@localhost:5432/neram}"
: "${BACKUP_DIR:?names the folder for the backups}"
keep_days=${BACKUP_KEEP_DAYS:-14}
case $keep_days in '' | *[!0-9]*) echo "BACKUP_KEEP_DAYS: $keep_days is not a number of days" >&2; exit 2 ;; esac

backup() {
  mkdir -p "$BACKUP_DIR"
  name="neram-$(date -u +%Y%m%dT%H%M%SZ).dump"
  # Under another name until it is whole: whoever looks into the folder sees finished backups only.
  part="$BACKUP_DIR/.$name.part"
  trap 'rm -f "$part"' EXIT
  # Each by itself: where the caller looks at the outcome, the shell no longer stops at the first that fails.
  pg_dump --format=custom --no-owner --no-privileges --file="$part" --dbname="$DATABASE_URL" || return 1
  pg_restore --list "$part" | grep -q 'TABLE DATA public booking ' || {
    echo "The backup holds no bookings: is DATABASE_URL Neram's database?" >&2
    return 1
  }
  # To its end: the list stands at its beginning, and a dump that broke off has one too.
  pg_restore --file=/dev/null "$part" || return 1
  mv "$part" "$BACKUP_DIR/$name" || return 1
  trap - EXIT
  newest=$(find "$BACKUP_DIR" -maxdepth 1 -name 'neram-*.dump' | sort | tail -n 1)
  find "$BACKUP_DIR" -maxdepth 1 -name 'neram-*.dump' -mtime "+$keep_days" ! -path "$newest" -exec rm -f {} +
  echo "$BACKUP_DIR/$name"
}

seconds_until() {
  now=$(date +%s)
  at=$(date -d "today $1" +%s)
  [ "$at" -gt "$now" ] || at=$(date -d "tomorrow $1" +%s)
  echo $((at - now))
}

case ${1:-} in
  '') backup ;;
  --daily)
    case ${2:-} in
      [01][0-9]:[0-5][0-9] | 2[0-3]:[0-5][0-9]) ;;
      *) echo "--daily takes a time like 03:15" >&2; exit 2 ;;
    esac
    # A signal ends the wait at once, not after it.
    trap 'exit 0' TERM INT
    while :; do
      sleep "$(seconds_until "$2")" & wait $!
      # A night that fails is said and tried again the next; the backups that are there stay.
      (backup) || echo "The backup of $(date -u +%FT%TZ) has failed." >&2
    done
    ;;
  *) echo "Usage: backup.sh [--daily HH:MM]" >&2; exit 2 ;;
esac
