#!/bin/sh
# Temporal's two databases and their schema, brought to the version of this image. Run again, it only adds what is new.
set -eu
SQL_PASSWORD=$(cat /run/secrets/temporal_password)
export SQL_PASSWORD
tool() { temporal-sql-tool --plugin postgres12 --ep postgresql -p 5432 -u temporal --db "$database" "$@"; }
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%:*}
  tool create
  tool setup-schema -v 0.0
  tool update-schema -d "/etc/temporal/schema/postgresql/v12/${pair#*:}/versioned"
done
