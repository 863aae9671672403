package hep.winnow.images.png;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.OnBad;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code read digits from "digits" class=label size=28}. */
@Verb(
        value = "read",
        kind = "png",
        doc =
                "Reads images from PNG files: single ones, globs, or a folder with all *.png below it. Columns are p0, p1, … (row by row, channels of a pixel together; 0 to 255), label (the name of the folder that the file lies in; an int if all these names are whole numbers) and file. All images have one size, unless size= scales them.",
        examples = {
            "read digits from \"digits\" class=label",
            "read mine from \"photos/*.png\" size=28 channels=grey invert=true"
        })
public record ReadPng(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files, globs or folders, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(
                doc =
                        "height and width to which images are scaled (means over areas), or one number for both; as they are if not given",
                min = 1,
                max = 1024)
        List<Integer> size,

        @Option(doc = "values of a pixel; as in the first file if not given")
        Optional<Channels> channels,

        @Option(doc = "whether to turn black into white and white into black", value = "false")
        boolean invert,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadPng {
        from = List.copyOf(from);
        size = List.copyOf(size);
        if (size.size() > 2) {
            throw new IllegalArgumentException("size= takes a height and a width, found " + size.size() + " numbers");
        }
    }

    @Override
    public EventSource open(List<Path> files) {
        return PngSource.of(
                Folder.images(files), new PngOptions(size, channels, invert), reading.onBad() == OnBad.SKIP);
    }
}
