package hep.winnow.api.event;

import java.util.List;

/**
 * Implemented by channels of files that lie far away, which do better when they are told what will be read: {@code if (channel instanceof ReadAhead far) far.willRead(ranges)}. That it is told changes nothing but the time.
 */
public interface ReadAhead {
    /**
     * Some bytes of a file.
     *
     * @param from offset of the first one, at least 0
     * @param length how many, at least 0
     */
    record Range(long from, long length) {
        public Range {
            if (from < 0 || length < 0) {
                throw new IllegalArgumentException("there are no " + length + " bytes at byte " + from);
            }
        }

        /** Returns the offset behind the last byte. */
        public long end() {
            return from + length;
        }
    }

    /** Says what will be read soon, in any order. Ranges behind the end of the file are left out. */
    void willRead(List<Range> ranges);
}
