#!/bin/bash
# Prints how long Winnow takes to start, beside `java -version`, and how long it takes to check and to complete long macros. About a minute.
#
#   run.sh [--runs N] [--java JAVA_HOME]     medians of N runs (default 15), in turns, on the JDK that the launcher takes or on that one
#
# Exit status: 0 if all figures were reached, 1 if one was missed, 2 if what is needed is absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What is measured is what is built now.
"$here/../../../../winnow" --version || exit 2

command -v python3 >/dev/null || { echo "run.sh: needs python3" >&2; exit 2; }
exec python3 "$here/start.py" "$@"
