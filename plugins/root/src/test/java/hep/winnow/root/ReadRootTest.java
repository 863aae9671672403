package hep.winnow.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.OnBad;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.root.testing.Summary;
import hep.winnow.root.write.RootWriterFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a macro says of ROOT files. */
class ReadRootTest {
    @TempDir
    private Path folder;

    private void write(String name, String column, double... values) throws IOException {
        EventFileHead head =
                new EventFileHead(name, List.of(ColumnInfo.of(column, ColumnType.DOUBLE)), Map.of("winnow.seed", "1"));
        try (EventWriter writer = new RootWriterFormat().create(folder.resolve(name), head)) {
            writer.write(new EventBlock(values.length, List.of(new Column.Doubles(values))));
            writer.finish();
        }
    }

    private EventSource open(List<String> from, List<String> friends) {
        ReadRoot step = new ReadRoot(
                "s",
                from.stream().map(this::file).toList(),
                new SampleOptions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()),
                Optional.empty(),
                friends.stream().map(this::file).toList(),
                new ReadOptions(0, OnBad.ERROR));
        return step.open(step.from().stream().map(f -> folder.resolve(f.file())).toList());
    }

    private InputFile file(String text) {
        return new InputFile(text, folder);
    }

    @Test
    void readsTheTreeThatIsNamed() throws IOException {
        write("a.root", "x", 1, 2, 3);

        assertThat(Summary.of(open(List.of("a.root"), List.of()), "x").sum).isEqualTo(6);
        assertThat(Summary.of(open(List.of("a.root:Events"), List.of()), "x").sum)
                .isEqualTo(6);
        assertThat(Summary.of(open(List.of("a.root:/Events;1"), List.of()), "x").sum)
                .isEqualTo(6);
        assertThatThrownBy(() -> open(List.of("a.root:Evnts"), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no tree 'Evnts'")
                .extracting(e -> ((UserError) e).help())
                .isEqualTo("it has 'Events'");
    }

    @Test
    void readsFilesOneBehindTheOther() throws IOException {
        write("a.root", "x", 1, 2, 3);
        write("b.root", "x", 4);

        EventSource both = open(List.of("a.root", "b.root"), List.of());

        assertThat(both.events()).hasValue(4);
        assertThat(Summary.of(both, "x").sum).isEqualTo(10);
    }

    @Test
    void putsFriendsBesideATree() throws IOException {
        write("a.root", "x", 1, 2, 3);
        write("b.root", "y", 10, 20, 30);
        write("c.root", "x", 7, 8, 9);

        EventSource all = open(List.of("a.root"), List.of("b.root:Events", "c.root"));

        assertThat(all.schema()).extracting(ColumnInfo::name).containsExactly("x", "y", "c.x");
        assertThat(Summary.of(all, "y").first).containsExactly(10.0, 20.0, 30.0);
        assertThat(Summary.of(all, "c.x").first).containsExactly(7.0, 8.0, 9.0);
    }

    @Test
    void refusesFriendsOfOtherEvents() throws IOException {
        write("a.root", "x", 1, 2, 3);
        write("b.root", "y", 10);

        assertThatThrownBy(() -> open(List.of("a.root"), List.of("b.root")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has 1 entries")
                .hasMessageContaining("has 3");
    }

    @Test
    void knowsAFileByItsBytes() throws IOException {
        write("a.root", "x", 1);
        byte[] text = "root_s,x\n1,2\n".getBytes(StandardCharsets.UTF_8);

        RootFormat format = new RootFormat();

        assertThat(format.recognises(new FirstBytes(folder, Files.readAllBytes(folder.resolve("a.root")))))
                .isTrue();
        assertThat(format.recognises(new FirstBytes(folder, text))).isFalse();
    }

    @Test
    void tellsACutFile() throws IOException {
        write("a.root", "x", 1, 2, 3);
        byte[] bytes = Files.readAllBytes(folder.resolve("a.root"));
        Files.write(folder.resolve("cut.root"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> open(List.of("cut.root"), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cut.root cannot be read")
                .hasMessageContaining("byte");
    }
}
