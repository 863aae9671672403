package hep.winnow.core.schema;

import hep.winnow.api.event.ColumnType;

/** A column whose type the user sets, as in {@code types=[run=long]}. */
public record TypedColumn(String name, ColumnType type) {}
