#!/bin/bash
# Fuzzes the readers of all formats, and the macro language, with Jazzer, which looks for bytes that take new ways through the code.
#
#   run.sh [--seconds N] [FORMAT…]     FORMAT: csv, arrow, …, as 'winnow doc read' names them, or of models: wnm, keras, lightgbm, onnx, tmva, xgboost;
#                                      all of them if none is named; a minute each
#   run.sh [--seconds N] language      macros: parsed, formatted, checked, completed; an hour
#
# It begins with the files in seeds/FORMAT, the small golden files of the plugins, and the macros. Jazzer is fetched by Maven on first use (8 MB), and
# is no part of the build. What was found stays below out/fuzz, and is where the next run begins.
# Exit status: 0 if nothing was found, 1 if something was, 2 if Jazzer is not to be had.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$root/out/fuzz
version=0.24.0
longest=65536

# Each format, and where files of it lie.
declare -A golden=(
    [aida]="plugins/aida/src/test/resources/golden/*.aida"
    [arff]="plugins/text/src/test/resources/arff/*"
    [arrow]="plugins/columnar/src/test/resources/arrow/*/*.arrow*"
    [csv]=""
    [hdf5]="plugins/hdf5/src/test/resources/golden/*.h5"
    [idx]=""
    [language]="macros/*.wn macros/lecture/*.wn src/acceptance/macros/*.wn"
    [libsvm]="plugins/text/src/test/resources/libsvm/*"
    [npy]="plugins/npy/src/test/resources/golden/*.np?"
    [parquet]="plugins/columnar/src/test/resources/parquet/golden/*.parquet"
    [png]=""
    [root]="plugins/root/src/test/resources/ntuple/*.root"
    [keras]="plugins/imports/src/test/resources/keras/*.h5 plugins/imports/src/test/resources/keras/*.keras"
    [lightgbm]="plugins/imports/src/test/resources/lightgbm/*.txt"
    [onnx]="plugins/onnx/src/test/resources/golden/*.onnx"
    [tmva]="plugins/imports/src/test/resources/tmva/*.xml"
    [wnm]="src/acceptance/src/test/resources/models/*.wnm"
    [xgboost]="plugins/imports/src/test/resources/xgboost/*.json plugins/imports/src/test/resources/xgboost/*.ubj"
)
models=" keras lightgbm onnx tmva wnm xgboost "

seconds='' formats=()
while [ $# -gt 0 ]; do
    case $1 in
        --seconds)
            [ $# -ge 2 ] || { echo "run.sh: --seconds needs a number" >&2; exit 2; }
            seconds=$2
            shift
            ;;
        *)
            [ -n "${golden[$1]+known}" ] || { echo "run.sh: there is no format $1; there are ${!golden[*]}" >&2; exit 2; }
            formats+=("$1")
            ;;
    esac
    shift
done
if [ ${#formats[@]} -eq 0 ]; then
    mapfile -t formats < <(printf '%s\n' "${!golden[@]}" | grep -v '^language$' | sort)
fi

# What is fuzzed is what is built now.
"$root/winnow" --version || exit 2
mkdir -p "$out/lib" "$out/classes"
for artifact in jazzer jazzer-api; do
    [ -e "$out/lib/$artifact-$version.jar" ] && continue
    mvn -B -ntp -q dependency:copy "-Dartifact=com.code-intelligence:$artifact:$version" "-DoutputDirectory=$out/lib" || exit 2
done

path="$root/src/app/target/lib/*"
for plugin in "$root"/plugins/*/target/plugin; do
    path=$path:$plugin/*
done
javac -d "$out/classes" -cp "$path" "$here"/*.java || exit 2
status=0
for format in "${formats[@]}"; do
    target=FormatTarget limit=${seconds:-60}
    [[ $models != *" $format "* ]] || target=ModelTarget
    if [ "$format" = language ]; then
        target=LanguageTarget limit=${seconds:-3600}
    fi
    echo "== $format, $limit s"
    corpus=$out/$format
    mkdir -p "$corpus"
    [ ! -d "$here/seeds/$format" ] || cp -n "$here/seeds/$format"/* "$corpus/"
    # shellcheck disable=SC2086 # several patterns
    for file in $(cd "$root" && ls -d ${golden[$format]:-none} 2>/dev/null); do
        file=$root/$file
        if [ -f "$file" ] && [ "$(stat -c %s "$file")" -le "$longest" ]; then
            cp -n "$file" "$corpus/"
        fi
    done
    # Inputs are fed to one process; memory that grows without bound is a finding, and so is an input that takes ten seconds.
    (cd "$corpus" && java -XX:+EnableDynamicAgentLoading -Xmx512m "-Dwinnow.fuzz.format=$format" -cp "$out/lib/*:$out/classes:$path" \
        com.code_intelligence.jazzer.Jazzer "--target_class=$target" "--instrumentation_includes=hep.winnow.**" "$corpus" \
        "-max_total_time=$limit" -timeout=10 "-max_len=$longest" -rss_limit_mb=2048 -print_final_stats=1) || status=1
done
exit "$status"
