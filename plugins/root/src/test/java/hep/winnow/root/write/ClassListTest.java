package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.root.file.RootFile;
import hep.winnow.root.object.ClassInfo;
import hep.winnow.root.object.Classes;
import hep.winnow.root.object.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassListTest {
    private static final Path DATA = Path.of(System.getProperty("winnow.root", "."), "..", "shared", "data", "root");

    /** Written by ROOT 6.24, 6.28, 6.24 and 6.20, with all classes that we write. */
    private static final List<String> FILES =
            List.of("gohep/tprofile.root", "gohep/leaves.root", "gohep/tgme.root", "skhep/uproot-stl_containers.root");

    private static final List<String> NAMES = List.of(
            "TObject",
            "TNamed",
            "TAttLine",
            "TAttFill",
            "TAttMarker",
            "TAttAxis",
            "TString",
            "TCollection",
            "TSeqCollection",
            "TObjArray",
            "TList",
            "THashList",
            "ROOT::TIOFeatures",
            "TTree",
            "TBranch",
            "TBranchElement",
            "TBranchRef",
            "TRefTable",
            "TLeaf",
            "TLeafO",
            "TLeafI",
            "TLeafL",
            "TLeafF",
            "TLeafD",
            "TLeafElement",
            "TArray",
            "TArrayD",
            "TAxis",
            "TH1",
            "TH1D",
            "TH2",
            "TH2D",
            "TProfile",
            "TGraph",
            "TGraphErrors",
            "TGraphAsymmErrors");

    @TempDir
    private Path folder;

    private Classes written(List<String> names) throws IOException {
        Path file = folder.resolve("a.root");
        try (RootOutput out = new RootOutput(Target.file(file), "a.root", new Packer(Codec.ZSTD, 0))) {
            names.forEach(out::mention);
            out.finish();
        }
        try (RootFile root = RootFile.open(file)) {
            return Classes.of(root);
        }
    }

    @Test
    void describesWhatAClassIsMadeOf() throws IOException {
        Classes classes = written(List.of("TTree"));

        assertThat(classes.newest("TTree")).isPresent();
        assertThat(classes.newest("TBranch")).isPresent();
        assertThat(classes.newest("TObject")).isPresent();
        assertThat(classes.newest("TH1")).isEmpty();
    }

    @Tag("shared")
    @Test
    void describesClassesAsRootDoes() throws IOException {
        assumeTrue(Files.exists(DATA), DATA + " is not there");
        Classes ours = written(NAMES);
        List<String> seen = new ArrayList<>();
        for (String file : FILES) {
            try (RootFile root = RootFile.open(DATA.resolve(file))) {
                Classes theirs = Classes.of(root);
                for (String name : NAMES) {
                    ClassInfo mine = ours.newest(name).orElseThrow();
                    Optional<ClassInfo> other = theirs.newest(name);
                    if (other.isPresent()) {
                        assertThat(mine.version())
                                .as(name)
                                .isEqualTo(other.get().version());
                        assertThat(mine.checksum())
                                .as(name)
                                .isEqualTo(other.get().checksum());
                        assertThat(plain(mine)).as(name).isEqualTo(plain(other.get()));
                        seen.add(name);
                    }
                }
            }
        }
        assertThat(seen).containsAll(NAMES);
    }

    /** Returns the members without the comments behind them. */
    private static List<Element> plain(ClassInfo info) {
        return info.elements().stream()
                .map(e -> new Element(
                        e.name(),
                        e.count().isEmpty()
                                ? ""
                                : e.title().substring(0, e.title().indexOf(']') + 1),
                        e.type(),
                        e.dimensions(),
                        e.typeName(),
                        e.count(),
                        e.baseVersion()))
                .toList();
    }
}
