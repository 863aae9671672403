package hep.winnow.api.event;

/**
 * A column that a file has and that cannot be read.
 *
 * @param name as the file spells it
 * @param type as the file, or its format, calls it
 * @param reason why it cannot be read, in words for the user
 */
public record UnreadableColumn(String name, String type, String reason) {}
