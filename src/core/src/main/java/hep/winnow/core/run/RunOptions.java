package hep.winnow.core.run;

import java.nio.file.Path;

/**
 * How to run a program.
 *
 * @param out folder for what is written
 * @param threads that work
 * @param version of the program, for records
 */
public record RunOptions(Path out, int threads, String version) {}
