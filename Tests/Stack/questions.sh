# shellcheck shell=bash
# What can be asked of the page and of the socket proxy, and by whom. Sourced.

try_questions() {
    section 'Page and proxy'
    check 'the page answers' "$(status_of /)" 200
    check 'health needs no password' "$(status_of /healthz)" 200
    check 'the document needs one' "$(status_of /api/v1/dashboard)" 401
    check 'a token is one' "$(status_of /api/v1/dashboard "$with_token")" 200
    local id path
    id=$(container librarian)
    for path in /_ping /version /containers/json "/containers/$id/json" "/containers/$id/logs?stdout=1&tail=1" \
        /v1.43/_ping /v1.43/version '/v1.43/containers/json?all=1' "/v1.43/containers/$id/json"; do
        check "Docker may be asked GET ${path/$id/ID}" "$(docker_answers GET "$path")" 200
    done
    for path in / /info /images/json /events /containers/json/ "/containers/$id/top" "/containers/$id/export" \
        "/containers/$id/archive?path=/" "/containers/$id/json/../../../images/json" \
        /v2/containers/json /v1.43//images/json /exec/abc/json /volumes /secrets /v1.43/../info; do
        check "Docker may not be asked GET ${path/$id/ID}" "$(docker_answers GET "$path")" 403
    done
    for method in HEAD POST PUT DELETE PATCH OPTIONS; do
        check "Docker may not be told $method" "$(docker_answers "$method" /_ping)" 403
    done
    check 'nor to stop a container' "$(docker_answers POST "/containers/$id/stop")" 403
    check 'nor to start one' "$(docker_answers POST /containers/create)" 403
    succeeds 'the proxy answers its own health check' in_service docker-proxy health
}

with_token='Authorization: Bearer a-token-for-tests'

# Usage: status_of PATH [HEADER]
status_of() {
    curl --silent --output /dev/null --max-time 20 --write-out '%{http_code}' ${2:+--header "$2"} "http://127.0.0.1:$page_port$1"
}

page() { curl --silent --fail --max-time 20 --header "$with_token" "http://127.0.0.1:$page_port$1"; }

# Asked from where the dashboard is, with the path as it stands. Usage: docker_answers METHOD PATH
docker_answers() {
    # shellcheck disable=SC2016  # for the shell in the container
    in_service dashboard-api bash -c '
        exec 3<>/dev/tcp/docker-proxy/2375
        printf "%s %s HTTP/1.0\r\nContent-Length: 0\r\n\r\n" "$1" "$2" >&3
        IFS=" " read -r -t 20 _ status _ <&3
        printf "%s" "$status"' bash "$1" "$2" 2>/dev/null || true
}
