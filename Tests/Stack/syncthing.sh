# shellcheck shell=bash
# Syncthing as setup has wired it, and a phone: another Syncthing in a container, which sends only. Sourced.

try_syncthing() {
    section 'Syncthing'
    check 'its page tells nothing to everybody' "$(syncthing_status /rest/system/status)" 403
    check 'it takes the password that setup shows' "$(log_in "$(passwords | sed -nE 's/.*password ([^,]+),.*/\1/p')")" 204
    check 'and no other' "$(log_in photos)" 403
    check 'the inbox is a folder that only receives' "$(ours /rest/config/folders |
        fields 'd[0]["id"], d[0]["type"], d[0]["path"], len(d)')" 'photos receiveonly /app/Photos_Inbox 1'
    check 'so are those that somebody adds' "$(ours /rest/config/defaults/folder | fields 'd["type"], d["path"]')" \
        'receiveonly /app/Photos_Inbox/phones'
    check 'it looks for devices wherever they are' "$(ours /rest/config/defaults/device | fields '*d["addresses"]')" dynamic
    check 'it asks for no report' "$(ours /rest/config/options | fields 'd["urAccepted"], d["crashReportingEnabled"]')" '-1 False'
    contains 'the factory'\''s own files are nothing to sync' "$(cat -- "$scratch/data/Photos_Inbox/.stignore")" '(?d).photo-factory*'
    becomes 'the monitor has its key, and sees that all is well' 60 monitor_is_content
    try_phone
}

monitor_is_content() { [[ $(sql "SELECT status FROM system_status WHERE service_name = 'syncthing'") == OK ]]; }

try_phone() {
    start_phone || {
        not_ok 'a phone is there' 'it does not start'
        return 0
    }
    docker cp --quiet "$scratch/samples/IMG_0002.jpg" "$PROJECT-phone:/var/syncthing/DCIM/IMG_0002.jpg"
    docker exec "$PROJECT-phone" curl --silent --request POST --header 'X-API-Key: phone' 'http://127.0.0.1:8384/rest/db/scan'
    becomes 'a photo from a phone is filed' 180 test -f "$scratch/data/Storage/Originals/2023/2023-07-14/IMG_0002.jpg"
    becomes 'Syncthing has noticed that it is gone' 120 locally_changed 1
    check 'the phone keeps its photo' "$(docker exec "$PROJECT-phone" ls /var/syncthing/DCIM)" IMG_0002.jpg
    # What docs/SYNCTHING.md says about the button.
    local rows
    rows=$(sql 'SELECT count(*) FROM media_assets')
    ours '/rest/db/revert?folder=photos' --request POST >/dev/null
    becomes 'reverting local changes makes it arrive again, and it is known' 180 was_duplicate IMG_0002.jpg
    becomes 'and goes again' 60 test ! -e "$scratch/data/Photos_Inbox/IMG_0002.jpg"
    check 'nothing is stored twice' "$(sql 'SELECT count(*) FROM media_assets')" "$rows"
    check 'the phone still keeps its photo' "$(docker exec "$PROJECT-phone" ls /var/syncthing/DCIM)" IMG_0002.jpg
    docker rm --force --volumes "$PROJECT-phone" >/dev/null
}

# Knows the stack by its id, and is made known to it, as by the steps of docs/SYNCTHING.md.
start_phone() {
    local ours_id phone_id
    ours_id=$(ours /rest/system/status | fields 'd["myID"]')
    cat >"$scratch/phone.xml" <<XML
<configuration version="35">
    <folder id="photos" label="Camera" path="/var/syncthing/DCIM" type="sendonly" fsWatcherEnabled="true">
        <device id="$ours_id"></device>
    </folder>
    <device id="$ours_id" name="NAS"><address>tcp://syncthing:22000</address></device>
    <gui enabled="true"><address>127.0.0.1:8384</address><apikey>phone</apikey></gui>
    <options>
        <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
        <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><urAccepted>-1</urAccepted>
        <crashReportingEnabled>false</crashReportingEnabled><startBrowser>false</startBrowser>
    </options>
</configuration>
XML
    docker create --pull never --name "$PROJECT-phone" --network "${PROJECT}_sync" syncthing/syncthing:1 >/dev/null 2>"$scratch/phone.log" || return
    mkdir -p "$scratch/phone/config" "$scratch/phone/DCIM"
    mv -- "$scratch/phone.xml" "$scratch/phone/config/config.xml"
    chmod -R a+rwX "$scratch/phone"
    docker cp --quiet "$scratch/phone/." "$PROJECT-phone:/var/syncthing" || return
    docker start "$PROJECT-phone" >/dev/null || return
    becomes 'a phone is there' 60 docker exec "$PROJECT-phone" curl --silent --fail http://127.0.0.1:8384/rest/noauth/health
    phone_id=$(docker exec "$PROJECT-phone" curl --silent --header 'X-API-Key: phone' http://127.0.0.1:8384/rest/system/status | fields 'd["myID"]')
    ours /rest/config/devices --request POST --data "{\"deviceID\": \"$phone_id\", \"name\": \"phone\"}" >/dev/null &&
        ours /rest/config/folders/photos --request PATCH --data "{\"devices\": [{\"deviceID\": \"$phone_id\"}]}" >/dev/null
}

locally_changed() { (($(ours '/rest/db/status?folder=photos' | fields 'd["receiveOnlyTotalItems"]') >= $1)); }

was_duplicate() {
    [[ $(sql "SELECT count(*) FROM factory.intake WHERE outcome = 'duplicate' AND original_name = '$1'") -ge 1 ]]
}

# Asks Syncthing with the key that the monitor has. Usage: ours PATH [CURL ARGUMENT…]
ours() {
    local path=$1
    shift
    curl --silent --fail --max-time 20 --header "X-API-Key: $(in_service service-monitor cat /secrets/syncthing_api_key)" "$@" \
        "http://127.0.0.1:$sync_page_port$path"
}

log_in() { syncthing_status /rest/noauth/auth/password --json "{\"username\": \"photos\", \"password\": \"$1\"}"; }

syncthing_status() {
    local path=$1
    shift
    curl --silent --output /dev/null --max-time 20 --write-out '%{http_code}' "$@" "http://127.0.0.1:$sync_page_port$path"
}

# Prints fields of the JSON document `d` on standard input.
fields() { python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"; }
