package hep.winnow.images.idx;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.OnBad;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code read digits from "train-images-idx3-ubyte.gz" labels="train-labels-idx1-ubyte.gz"}. */
@Verb(
        value = "read",
        kind = "idx",
        doc =
                "Reads images from IDX files, the format of MNIST, plain or gzipped. Columns are p0, p1, … (row by row, channels of a pixel together; 0 to 255 if the file holds bytes), and label, an int, if labels= is given; then it is the class unless signal=, class= or role= says otherwise. With on_bad=skip a damaged file gives the images before the damage; all behind it count as bad.",
        examples = {
            "read digits from \"train-images-idx3-ubyte.gz\" labels=\"train-labels-idx1-ubyte.gz\"",
            "read held from \"t10k-images-idx3-ubyte.gz\" labels=\"t10k-labels-idx1-ubyte.gz\" class=label part=test"
        })
public record ReadIdx(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files of images, or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(doc = "files of labels, one for each file of images and in the same order")
        List<InputFile> labels,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadIdx {
        from = List.copyOf(from);
        labels = List.copyOf(labels);
    }

    @Override
    public SampleDefaults defaults() {
        return labels.isEmpty() ? SampleDefaults.NONE : new SampleDefaults("", "", "label");
    }

    @Override
    public EventSource open(List<Path> files) {
        if (!labels.isEmpty() && labels.size() != files.size()) {
            throw UserError.macro(
                    "labels= names " + labels.size() + " files, but there are " + files.size() + " files of images",
                    "name one file of labels for each file of images, in the same order");
        }
        boolean skips = reading.onBad() == OnBad.SKIP;
        List<IdxFile> images =
                files.stream().map(file -> IdxFile.open(file, skips)).toList();
        List<IdxFile> marks = new ArrayList<>();
        labels.forEach(file -> marks.add(IdxFile.open(file.path(), skips)));
        return IdxSource.of(images, marks, skips);
    }
}
