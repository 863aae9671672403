package hep.winnow.api.step;

/** The name of a column that a sample reads. */
public record ColumnName(String name) {}
