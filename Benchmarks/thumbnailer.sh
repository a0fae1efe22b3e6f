#!/usr/bin/env bash
# How much processor time the thumbnails of a photo of 12 megapixels take, beside vipsthumbnail, which makes one picture a run
# and neither the small one nor a ThumbHash; and the memory at its highest. Usage: thumbnailer.sh [RUNS [ROUNDS [PHOTO]]]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=../Stack/native/messages.sh
source Stack/native/messages.sh

runs=${1:-20}
rounds=${2:-3}
maker=.build-release/release/thumbnail-maker

Stack/native/packages.sh build run bench
[[ -n ${BUILT:-} ]] || Stack/native/build-release.sh thumbnail-maker
scratch=$(mktemp -d /tmp/photo-factory-thumbnailer.XXXXXX)
trap 'rm -rf -- "$scratch"' EXIT
photo=$scratch/photo.jpg
if [[ -n ${3:-} ]]; then
    cp -- "$3" "$photo"
else
    # With as much in it as a photo has: shapes of all sizes, and the noise of a sensor.
    vips perlin "$scratch/shapes.v" 4032 3024 --cell-size 400
    vips gaussnoise "$scratch/noise.v" 4032 3024 --mean 128 --sigma 6
    vips linear "$scratch/shapes.v" "$scratch/scaled.v" 90 0
    vips add "$scratch/scaled.v" "$scratch/noise.v" "$scratch/grey.v"
    vips cast "$scratch/grey.v" "$scratch/bytes.v" uchar
    vips bandjoin "$scratch/bytes.v $scratch/bytes.v $scratch/bytes.v" "$scratch/colours.v"
    vips jpegsave "$scratch/colours.v" "$photo" --Q 92
fi

single() { vipsthumbnail --size "$1x$1" --output "$scratch/out-$1.webp[Q=75,strip]" "$photo"; }
both() { single 1024 && single 256; }
made() {
    rm -rf -- "$scratch/made"
    mkdir -- "$scratch/made"
    OMP_NUM_THREADS=1 "$maker" 1024 60 - "$photo" "$scratch/made" >"$scratch/report" || refuse "$(<"$scratch/report")"
}

# Milliseconds of processor time a run. Usage: cost COMMAND…
cost() {
    local TIMEFORMAT='%U %S'
    { time for ((run = 0; run < runs; run++)); do "$@"; done; } 2>&1 | awk -v runs="$runs" '{printf "%.1f\n", ($1 + $2) * 1000 / runs}'
}

say "$(nproc) processors, $(vipsheader "$photo" | sed 's/^[^:]*: //'), $(stat -c %s -- "$photo") bytes"
made
command time --output="$scratch/memory" --format %M "$maker" 1024 60 - "$photo" "$(mktemp -d -p "$scratch")" >/dev/null
for ((round = 1; round <= rounds; round++)); do
    awk -v one="$(cost single 1024)" -v two="$(cost both)" -v ours="$(cost made)" -v memory="$(<"$scratch/memory")" 'BEGIN {
        printf "vipsthumbnail 1024 %.0f ms, 1024 and 256 %.0f ms; thumbnail-maker, both and the hash, %.0f ms: %.2f and %.2f times; %.1f a second and processor; %.0f MB\n",
            one, two, ours, ours / one, ours / two, 1000 / ours, memory / 1000}'
done
