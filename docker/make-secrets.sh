#!/bin/sh
# Makes the secrets of a deployment, once, each in a file of docker/secrets. A file that is there already is kept, so that this can be
# run again after one was added. Keep copies of codec_keys and proof_key apart from the backups: without the first no case that runs can be
# read; with the second anybody can sign in the service's name.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# The folder is closed to others; the files are readable inside the containers, which run under other users.
chmod 700 secrets

keep() {
  [ -s "secrets/$1" ] || printf '%s' "$2" >"secrets/$1"
  chmod 644 "secrets/$1"
}
hex() { head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }
base64_key() { head -c 32 /dev/urandom | base64; }
# An Ed25519 private key in PKCS8: sixteen fixed bytes, then its 32 random ones (RFC 8410).
signing_key() { { printf '\060\056\002\001\000\060\005\006\003\053\145\160\004\042\004\040'; head -c 32 /dev/urandom; } | base64; }
read_secret() { cat "secrets/$1"; }

for password in postgres_password owner_password app_password temporal_password; do keep "$password" "$(hex 24)"; done
keep admin_database_url "postgresql://postgres:$(read_secret postgres_password)@postgresql:5432/postgres"
keep migration_database_url "postgresql://jalon_owner:$(read_secret owner_password)@postgresql:5432/jalon"
keep database_url "postgresql://jalon_app:$(read_secret app_password)@postgresql:5432/jalon"
keep codec_keys "{\"current\":\"k1\",\"keys\":{\"k1\":\"$(base64_key)\"}}"
keep proof_key "$(signing_key)"
# What the identity provider gave goes in its place; a provider of one's own can be told this one.
keep oidc_client_secret "$(hex 32)"
keep s3_access_key_id "GK$(hex 12)"
keep s3_secret_access_key "$(hex 32)"
keep garage_rpc_secret "$(hex 32)"
keep garage.env "GARAGE_DEFAULT_ACCESS_KEY=$(read_secret s3_access_key_id)
GARAGE_DEFAULT_SECRET_KEY=$(read_secret s3_secret_access_key)"
echo "Secrets: $(pwd)/secrets"

if [ ! -s secrets/smtp_url ]; then
  # An empty file: mails stay in the outbox. With a server: smtps://user:password@host.
  : >secrets/smtp_url
  chmod 644 secrets/smtp_url
  echo "No mail server yet: write its address into secrets/smtp_url."
fi
