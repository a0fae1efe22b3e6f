# shellcheck shell=bash
# What is dropped into the inbox is filed, and shows. Sourced.

try_photos() {
    section 'Photos'
    mkdir "$scratch/samples"
    python3 -B Stack/demo/sample_photos.py "$scratch/samples" >/dev/null
    drop IMG_0001.jpg
    becomes 'a photo that is dropped in is filed by its day' 120 \
        test -f "$scratch/data/Storage/Originals/2023/2023-07-14/IMG_0001.jpg"
    becomes 'it is gone from the inbox' 30 test ! -e "$scratch/data/Photos_Inbox/IMG_0001.jpg"
    becomes 'it has its row' 60 has_rows 1
    becomes 'the page shows it' 60 shows IMG_0001.jpg
    succeeds 'the page gives the photo itself' same_as_sample IMG_0001.jpg
    check 'filing was a rename: the photo is where it was' \
        "$(stat -c %d -- "$scratch/data/Storage/Originals/2023/2023-07-14/IMG_0001.jpg")" "$(stat -c %d -- "$scratch/data/Photos_Inbox")"
    succeeds 'all is proved' in_service librarian librarian verify
    check 'places have names' "$(in_service geocoder geocoder where -- 48.8566 2.3522 | cut -d, -f1)" Paris
    becomes 'the place of a photo is named' 60 is_named
    becomes 'a photo has thumbnails' 60 is_thumbnailed
    check 'the page gives one of them' "$(small_picture 256 | head -c 4)" RIFF
    check 'what is not finished goes away' "$(find "$scratch/data/Storage/Thumbnails" -type f -path '*/.making/*' | wc -l)" 0
    try_copies
}

# On the second target, read back, fetched again, and back in Originals when they are needed there.
try_copies() {
    local original=Originals/2023/2023-07-14/IMG_0001.jpg
    becomes 'a photo is copied and read back' 60 is_backed_up
    succeeds 'the copy is the photo' cmp -- "$scratch/copies/$original" "$scratch/samples/IMG_0001.jpg"
    check 'it belongs to the owner' "$(stat -c %u:%g -- "$scratch/copies/$original")" "$owner"
    succeeds 'a restore test finds it right' in_service backup backup restore-test
    becomes 'the page says so' 30 says_restore_tested
    succeeds 'an original is damaged' damage "$scratch/data/Storage/$original"
    succeeds 'its copy is fetched' in_service backup backup heal "/app/Storage/$original"
    becomes 'the librarian puts it in its place' 120 cmp --silent -- "$scratch/data/Storage/$original" "$scratch/samples/IMG_0001.jpg"
    succeeds 'all is proved again' in_service librarian librarian verify
}

# The day's restore test may have come first.
is_backed_up() { [[ $(sql 'SELECT state FROM factory.backups JOIN media_assets ON id = asset_id WHERE is_backed_up') =~ ^(VERIFIED|RESTORE TESTED)$ ]]; }

says_restore_tested() { page /api/v1/dashboard | grep --quiet --fixed-strings '"restore_tested":1'; }

# A byte in its middle, under the same size and date.
damage() {
    local date
    date=$(stat -c %y -- "$1")
    chmod u+w -- "$1"
    printf X | dd of="$1" bs=1 seek=1000 conv=notrunc status=none
    touch --date="$date" -- "$1"
}

# As a phone would bring it: complete, and owned by the user. Usage: drop SAMPLE [NAME]
drop() {
    local target=$scratch/data/Photos_Inbox/${2:-$1}
    mkdir -p -- "${target%/*}"
    cp -- "$scratch/samples/$1" "$target.part"
    # Not the inbox itself: what changes its marker makes the librarian wait for the monitor.
    ((EUID != 0)) || chown "$owner" -- "$target.part" "${target%/*}"
    mv -- "$target.part" "$target"
}

has_rows() { [[ $(sql 'SELECT count(*) FROM media_assets') == "$1" ]]; }

# As the geocoder calls the position that the photo has.
is_named() {
    local position name
    read -r -a position < <(sql "SELECT location ->> 'lat', location ->> 'lon' FROM media_assets" | tr '|' ' ')
    name=$(sql 'SELECT name FROM factory.places JOIN media_assets ON id = asset_id WHERE is_geocoded')
    [[ -n $name && $(in_service geocoder geocoder where -- "${position[@]}" | cut -d, -f1) == "$name" ]]
}

is_thumbnailed() { [[ $(sql 'SELECT is_thumbnailed FROM media_assets LIMIT 1') == t ]]; }

# Usage: small_picture SIZE
small_picture() { page "/api/v1/assets/$(sql 'SELECT id FROM media_assets LIMIT 1')/thumbnail?size=$1"; }

shows() { page '/api/v1/assets?limit=50' | grep --quiet --fixed-strings "\"$1\""; }

same_as_sample() {
    local id
    id=$(sql "SELECT id FROM media_assets WHERE original_name = '$1'")
    page "/api/v1/assets/$id/original" | cmp - "$scratch/samples/$1"
}
