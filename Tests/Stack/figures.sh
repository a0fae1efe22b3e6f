# shellcheck shell=bash
# What it costs: sizes of images, memory and processor of the idle containers. Sourced.

tell_figures() {
    section 'Figures'
    local image service
    for image in "${OWN_IMAGES[@]}"; do
        printf 'image %-16s %5d MB\n' "$image" \
            $(($(docker image inspect --format '{{.Size}}' "photo-factory-test/$image") / 1000000))
    done
    for service in "${LASTING[@]}"; do container "$service"; done |
        xargs docker stats --no-stream --format '{{.Name}}|{{.MemUsage}}' |
        sed -E 's/^([^|]*)\|([^ ]*).*/memory \1: \2/'
    measure_idle
}

# From what the kernel has counted for each container, before and after.
measure_idle() {
    local seconds=${IDLE_SECONDS:-30} service total=0 used
    local -A before
    for service in "${LASTING[@]}"; do before[$service]=$(cpu_microseconds "$service"); done
    sleep "$seconds"
    for service in "${LASTING[@]}"; do
        used=$(($(cpu_microseconds "$service") - before[$service]))
        total=$((total + used))
        printf 'processor %-16s %d ms in %d s\n' "$service" $((used / 1000)) "$seconds"
    done
    printf 'processor %-16s %d ms in %d s, %d.%02d %% of one core\n' 'all together' $((total / 1000)) "$seconds" \
        $((total / seconds / 10000)) $((total / seconds / 100 % 100))
}

cpu_microseconds() {
    # shellcheck disable=SC2016  # for the shell in the container
    in_service "$1" sh -c 'sed -n "s/^usage_usec //p" /sys/fs/cgroup/cpu.stat 2>/dev/null ||
        echo $(($(cat /sys/fs/cgroup/cpuacct/cpuacct.usage) / 1000))'
}
