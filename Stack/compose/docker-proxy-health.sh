#!/bin/bash
# Whether Docker answers through the proxy.
set -euo pipefail
exec 3<>/dev/tcp/127.0.0.1/2375
printf 'GET /_ping HTTP/1.0\r\n\r\n' >&3
IFS= read -r -t 10 status <&3
[[ $status == *' 200 '* ]] || {
    printf 'Docker answers: %s\n' "$status" >&2
    exit 1
}
