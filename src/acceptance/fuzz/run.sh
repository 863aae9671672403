#!/bin/bash
# Fuzzes readers with Jazzer, which looks for bytes that take new ways through the code.
#
#   run.sh [--seconds N] [TARGET…]     TARGET: the name of a class here, such as CsvTarget; all of them if none is named
#
# Jazzer is fetched by Maven on first use (8 MB), and is no part of the build. What was found stays below out/fuzz, and is where the next run begins.
# Exit status: 0 if nothing was found, 1 if something was, 2 if Jazzer is not to be had.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$root/out/fuzz
version=0.24.0

seconds=60 targets=()
while [ $# -gt 0 ]; do
    case $1 in
        --seconds)
            [ $# -ge 2 ] || { echo "run.sh: --seconds needs a number" >&2; exit 2; }
            seconds=$2
            shift
            ;;
        *)
            [ -e "$here/$1.java" ] || { echo "run.sh: there is no $here/$1.java" >&2; exit 2; }
            targets+=("$1")
            ;;
    esac
    shift
done
if [ ${#targets[@]} -eq 0 ]; then
    for file in "$here"/*.java; do
        targets+=("$(basename "$file" .java)")
    done
fi

# What is fuzzed is what is built now.
"$root/winnow" --version || exit 2
mkdir -p "$out/lib" "$out/classes"
for artifact in jazzer jazzer-api; do
    [ -e "$out/lib/$artifact-$version.jar" ] && continue
    mvn -B -ntp -q dependency:copy "-Dartifact=com.code-intelligence:$artifact:$version" "-DoutputDirectory=$out/lib" || exit 2
done

path="$root/src/app/target/lib/*"
javac -d "$out/classes" -cp "$path" "$here"/*.java || exit 2
status=0
for target in "${targets[@]}"; do
    echo "== $target, $seconds s"
    mkdir -p "$out/$target"
    [ ! -d "$here/seeds/$target" ] || cp -n "$here/seeds/$target"/* "$out/$target/"
    # Inputs are fed to one process; memory that grows without bound is a finding, and so is an input that takes ten seconds.
    (cd "$out/$target" && java -XX:+EnableDynamicAgentLoading -Xmx512m -cp "$out/lib/*:$out/classes:$path" com.code_intelligence.jazzer.Jazzer \
        "--target_class=$target" "--instrumentation_includes=hep.winnow.**" "$out/$target" \
        "-max_total_time=$seconds" -timeout=10 -max_len=4096 -rss_limit_mb=2048 -print_final_stats=1) || status=1
done
exit "$status"
