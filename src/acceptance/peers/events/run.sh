#!/bin/bash
# Prints how fast Winnow reads and selects events beside pandas, and how much memory it takes. Some five minutes on a quiet machine.
#
#   run.sh [--rows N] [--out FOLDER] [--java HOME]… [reading] [cutting] [selection] [memory]
#
# Exit status: 0 if all figures were reached, 1 if one was missed, 2 if a peer is absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What is measured is what is built now.
"$here/../../../../winnow" --version || exit 2

# The first Python that has the peers; without one the script tells what is missing.
python=${PYTHON:-python3}
if [ -z "${PYTHON:-}" ]; then
    for candidate in python3 /usr/bin/python3; do
        if "$candidate" -c 'import pandas' 2>/dev/null; then
            python=$candidate
            break
        fi
    done
fi
exec "$python" "$here/events.py" "$@"
