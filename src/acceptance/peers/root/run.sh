#!/bin/bash
# Prints how fast Winnow reads and writes ROOT files beside JSROOT. Some ten minutes on a quiet machine, most of them for what JSROOT does with LZMA.
#
#   run.sh [--events N] [--out FOLDER] [--java HOME]… [--jsroot FOLDER] [reading] [writing]
#
# Exit status: 0 if all figures were reached, 1 if one was missed, 2 if a peer is absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What is measured is what is built now.
"$here/../../../../winnow" --version || exit 2

. "$here/../python.sh"
python=$(python_with pandas)
exec "$python" "$here/root.py" "$@"
