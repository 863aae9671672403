#!/bin/bash
# Checks that h5py, NumPy, pandas and Python's XML parser read what Winnow writes, and find in it what Winnow read. Under a minute.
#
#   run.sh [--rows N] [--out FOLDER]
#
# Exit status: 0 if all agrees, 1 if something differs, 2 if a peer is absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What is checked is what is built now.
"$here/../../../../winnow" --version || exit 2

. "$here/../python.sh"
python=$(python_with h5py)
exec "$python" "$here/files.py" "$@"
