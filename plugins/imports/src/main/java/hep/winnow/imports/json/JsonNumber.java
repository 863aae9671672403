package hep.winnow.imports.json;

/** A number, rounded once to a double and once to a float. */
record JsonNumber(double wide, float narrow) {}
