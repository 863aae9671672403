package hep.winnow.text;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.testing.Golden;
import hep.winnow.testing.Tables;
import hep.winnow.text.arff.ArffFiles;
import hep.winnow.text.libsvm.LibsvmFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scikit-learn wrote, and what SciPy reads: see {@code make_golden.py}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources");
    private static final Golden GOLDEN = new Golden(FOLDER);

    static List<String> files() {
        return GOLDEN.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAsOthersDo(String file) {
        Map<String, List<String>> expected = GOLDEN.columns(file);
        EventSource source = file.endsWith(".arff")
                ? ArffFiles.open(FOLDER.resolve("arff").resolve(file))
                : LibsvmFiles.open(FOLDER.resolve("libsvm").resolve(file));

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactlyElementsOf(expected.keySet());
        expected.forEach((column, values) ->
                assertThat(Tables.words(source, column)).as(column).isEqualTo(values));
    }
}
