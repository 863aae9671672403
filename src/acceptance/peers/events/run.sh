#!/bin/bash
# Prints how fast Winnow reads and selects events beside pandas and DuckDB, and how much memory it takes. Some five minutes on a quiet machine.
#
#   run.sh [--rows N] [--out FOLDER] [--java HOME]… [reading] [cutting] [selection] [memory] [training]
#
# Exit status: 0 if all figures were reached, 1 if one was missed, 2 if a peer is absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What is measured is what is built now.
"$here/../../../../winnow" --version || exit 2

. "$here/../python.sh"
python=$(python_with pandas)
exec "$python" "$here/events.py" "$@"
