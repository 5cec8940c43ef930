#!/bin/sh
# Runs a command with its secrets: NAME_FILE=/run/secrets/x becomes NAME=<what that file holds>. The applications read variables only.
set -eu
for name in $(env | sed -n 's/^\([A-Z][A-Z0-9_]*\)_FILE=.*/\1/p'); do
  eval "file=\$${name}_FILE"
  value=$(cat "$file")
  export "$name=$value"
  unset "${name}_FILE"
done
exec "$@"
