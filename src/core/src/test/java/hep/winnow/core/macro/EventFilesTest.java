package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.core.Winnow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b}.csv",
                "{{b}}.csv",
                "{{{b}",
                "{b}}",
                "m_{ll}.csv",
                "a \"b\" c",
                "a\\b",
                "a\nb",
                "a\rb",
                "a\tb"
            })
    void opensFilesOfAnyName(String name, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(name), "pt,eta\n1,2\n");
        Winnow winnow = new Winnow(List.of());
        EventFiles files = new EventFiles(winnow.vocabulary(), winnow.functions());

        var source = files.open(new EventFiles.Request(List.of(name), folder, "csv", List.of()));

        assertThat(source.schema()).extracting(ColumnInfo::name).containsExactly("pt", "eta");
    }
}
