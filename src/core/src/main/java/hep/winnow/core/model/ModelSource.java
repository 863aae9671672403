package hep.winnow.core.model;

import java.nio.file.Path;

/**
 * Where a model was read from.
 *
 * @param path of the file
 * @param bytes its length
 * @param sha256 its hash, in hexadecimal
 */
public record ModelSource(Path path, long bytes, String sha256) {}
