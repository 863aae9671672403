package hep.winnow.api.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A format of files that hold what figures show as numbers, not as a picture: {@code save="h.aida"}. Safe for several threads. */
public interface FigureDataFormat {
    /** Returns the endings of names of such files, in lower case and with the dot: {@code .aida}. No other format of figures may have one of these. */
    List<String> endings();

    /** Writes a file; may close {@code out}. The same data give the same bytes each time. */
    void write(FigureData data, OutputStream out) throws IOException;
}
