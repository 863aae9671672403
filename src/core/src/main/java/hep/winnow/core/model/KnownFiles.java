package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Tells of files that hold models which no one reads here, and how to write them so that someone does. */
final class KnownFiles {
    /**
     * What a file may be.
     *
     * @param signature its first bytes, one character each
     * @param inside what must stand somewhere in the first bytes too; may be empty
     */
    private record Kind(String signature, String inside, String what, String help) {}

    private static final String ONNX = "export it to ONNX where it was trained, and load that file";

    private static final List<Kind> KINDS = List.of(
            new Kind("\u0080", "sklearn", "a pickle of scikit-learn, which is a program", ONNX + ": skl2onnx does it"),
            new Kind("\u0080", "", "a pickle of Python, which is a program and is never read", ONNX),
            new Kind("PK\u0003\u0004", "/data.pkl", "a file of PyTorch, which holds a pickle", ONNX),
            new Kind("\u001f\u008b", "", "a gzip file", "unpack it first: gunzip FILE"),
            new Kind("root", "", "a ROOT file", "TMVA writes its model beside it, as *.weights.xml"),
            new Kind(
                    "\u0089HDF",
                    "",
                    "an HDF5 file of no kind of model that is known here",
                    "'winnow plugins' lists what is read"),
            new Kind(
                    "<?xml",
                    "",
                    "an XML file of no kind of model that is known here",
                    "'winnow plugins' lists what is read"),
            new Kind(
                    "{",
                    "",
                    "a JSON file of no kind of model that is known here",
                    "'winnow plugins' lists what is read"));

    private static final int LOOKED_AT = 8192;

    private KnownFiles() {}

    /** Returns if it may be a file of Winnow. */
    static void refuse(Path file, byte[] bytes) {
        String first = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        for (Kind kind : KINDS) {
            if (first.startsWith(kind.signature()) && first.contains(kind.inside())) {
                throw UserError.data("'" + file + "' is " + kind.what(), kind.help());
            }
        }
    }
}
