package hep.winnow.core.csv;

/**
 * Whole records of one file, at rest.
 *
 * @param file index of the file
 * @param isFirst whether it is the first chunk of that file
 * @param bytes at least {@code size + RecordScanner.PADDING}
 * @param size number of bytes that count; the last one is a line feed unless there is none
 * @param diskBytes bytes of the file on disk that were read for it
 * @param failure why reading ended behind it, as a sentence without a subject; empty if it did not
 */
record Chunk(int file, boolean isFirst, byte[] bytes, int size, long diskBytes, String failure) {}
