# For the scripts beside it: python_with MODULE… prints the first Python that can import these modules, or PYTHON where that is set. Without one it prints python3,
# and the script that is started tells what is missing.
python_with() {
    local candidate modules
    modules=$(IFS=,; echo "$*")
    for candidate in ${PYTHON:+"$PYTHON"} python3 /usr/bin/python3; do
        if [ -n "${PYTHON:-}" ] || "$candidate" -c "import $modules" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo python3
}
