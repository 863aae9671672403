package hep.winnow.core.csv;

/**
 * A column of a source.
 *
 * @param name as the header spells it
 * @param kind how its cells are read
 * @param why where the kind comes from, to be put behind what was expected; begins with a blank or a comma, or is empty
 */
record TableColumn(String name, CellKind kind, String why) {}
