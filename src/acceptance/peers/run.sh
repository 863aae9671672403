#!/bin/bash
# Compares Winnow with scikit-learn, PyTorch and plain Python on public data, and prints tables. See README.md.
#
#   run.sh [--data FOLDER] [--out FOLDER] [NAME…]     NAME: logistic mlp features atlas; all of them if none is named
#
# Exit status: 0 if all figures were reached, 1 if one was missed, 2 if data or a peer are absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

options=() names=()
while [ $# -gt 0 ]; do
    case $1 in
        --data | --out)
            [ $# -ge 2 ] || { echo "run.sh: $1 needs a folder" >&2; exit 2; }
            options+=("$1" "$2")
            shift
            ;;
        logistic | mlp | features) names+=("higgs_$1") ;;
        atlas) names+=(atlas_higgsml) ;;
        *)
            echo "run.sh: unknown '$1'; there are --data FOLDER, --out FOLDER, logistic, mlp, features, atlas" >&2
            exit 2
            ;;
    esac
    shift
done
[ ${#names[@]} -gt 0 ] || names=(higgs_logistic higgs_mlp higgs_features atlas_higgsml)

. "$here/python.sh"
python=$(python_with sklearn)

status=0
for name in "${names[@]}"; do
    echo "== $name"
    "$python" "$here/$name.py" "${options[@]}"
    code=$?
    [ "$code" -le "$status" ] || status=$code
    echo
done
exit "$status"
