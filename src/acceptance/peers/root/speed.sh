#!/bin/bash
# Prints how fast a tree of ROOT and a table of Parquet are written: 1,000,000 events of 20 doubles, packed for speed (LZ4, Snappy) and not at all. Under a minute.
#
#   speed.sh [ROWS]
#
# Exit status: 0 if ROOT is no slower, 1 if it is.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../../../..

# What is measured is what is built now.
"$root/winnow" --version || exit 2

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$root/src/app/target/lib/*:$root/plugins/root/target/plugin/*:$root/plugins/columnar/target/plugin/*" \
    "$here/Writing.java" "${1:-1000000}"
