#!/bin/bash
# Prints how fast Winnow multiplies, trains and scores beside OpenBLAS, PyTorch and scikit-learn. About ten minutes on a quiet machine.
#
#   run.sh [--data FOLDER] [--out FOLDER] [--java JAVA] [products] [warmup] [scoring] [loaded] [program] [training]
#
# Exit status: 0 if all figures were reached, 1 if one was missed, 2 if a peer is absent.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# What is measured is what is built now.
"$here/../../../../winnow" --version || exit 2

. "$here/../python.sh"
python=$(python_with sklearn torch)
exec "$python" "$here/speed.py" "$@"
