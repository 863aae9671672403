package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignVerbsTest {
    private static final String READ = "read s from \"s.csv\" signal=(y > 0)\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void write() {
        macros = new Macros(folder).lines("s.csv", "x,y", "1,0", "2,1");
    }

    @ParameterizedTest
    @CsvSource({"filter, cut", "Histo1D, hist", "histogram2d, hist2d", "snapshot, save", "open, read"})
    void tellsWhatAVerbIsCalledHereAndHowItIsWritten(String word, String verb) {
        assertThat(macros.problems(READ + word + " s\n"))
                .singleElement()
                .asString()
                .startsWith("E200 ")
                .contains("unknown verb '" + word + "' / did you mean '" + verb + "'? As in: " + verb + " ");
    }

    @Test
    void tellsThatModelsNeedNotBeApplied() {
        assertThat(macros.problems(READ + "train m = blobs on s vars=[x]\napply m to s\n"))
                .singleElement()
                .asString()
                .contains("a model is a column under its own name: cut m > 0.5, columns=[m]");
    }

    @Test
    void knowsVerbsThatHaveKinds() {
        assertThat(macros.problems(READ + "fit s\n")).singleElement().asString().contains("did you mean 'train'?");
    }

    @Test
    void prefersTheVerbThatIsMisspelt() {
        assertThat(macros.problems(READ + "cutflo s\n"))
                .singleElement()
                .asString()
                .endsWith("did you mean 'cutflow'?");
    }
}
