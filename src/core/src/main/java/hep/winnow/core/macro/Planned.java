package hep.winnow.core.macro;

import hep.winnow.core.bind.Bound;

/**
 * A statement that the run carries out.
 *
 * @param number position among all statements of the macro
 * @param file name of the file that it stands in
 * @param line where it stands, from 1
 * @param source its text
 * @param name that it declares; may be empty
 * @param bound its record and settings
 * @param action what it does
 */
public record Planned(int number, String file, int line, String source, String name, Bound bound, Action action) {}
