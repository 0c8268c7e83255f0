# Runs a PostgreSQL server of its own in a temporary folder, on a Unix socket alone, until standard input ends. Prints the folder when
# the server is ready. PostgreSQL refuses root, so this is run as somebody else then.
set -eu
folder=$(mktemp -d "${TMPDIR:-/tmp}/paynet-postgres-XXXXXX")
trap 'rm -rf "$folder"' EXIT
binaries=$1
shift
"$binaries/initdb" -D "$folder/data" -U paynet -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1
"$binaries/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=400 "$@" >>"$folder/log" 2>&1 &
server=$!
until "$binaries/pg_isready" -q -h "$folder"; do
    kill -0 "$server" || { cat "$folder/log" >&2; exit 1; }
    sleep 0.1
done
echo "$folder"
cat >/dev/null || true
kill -INT "$server" 2>/dev/null || true
wait "$server" || true
