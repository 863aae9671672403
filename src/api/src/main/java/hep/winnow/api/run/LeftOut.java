package hep.winnow.api.run;

/**
 * Events of a sample that were left out as they were read, since the macro asked for it.
 *
 * @param why in a word or two, such as {@code duplicates}
 * @param events how many
 */
public record LeftOut(String why, long events) {}
