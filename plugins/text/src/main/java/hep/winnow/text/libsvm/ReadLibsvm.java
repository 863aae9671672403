package hep.winnow.text.libsvm;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.JoinedSource;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code read all from "a9a.libsvm" signal=(label > 0)}. */
@Verb(
        value = "read",
        kind = "libsvm",
        doc =
                "Reads LibSVM and SVMlight files, plain or gzipped: 'label index:value …' a line. Columns are label, qid if there are any, and x1, x2, … by their indexes (x0 too if there is an index 0), up to the greatest in the files; what a line leaves out is 0. The files are read once before, to find that out.",
        examples = {
            "read all from \"a9a.libsvm\" signal=(label > 0)",
            "read test from \"a9a.t\" class=label features=123"
        })
public record ReadLibsvm(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(
                doc = "greatest index, where these files do not hold it, such as those of a test sample",
                min = 1,
                max = Survey.MOST,
                alsoKnownAs = "n_features")
        Optional<Integer> features,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadLibsvm {
        from = List.copyOf(from);
    }

    @Override
    public EventSource open(List<Path> files) {
        Survey survey = Survey.of(files, features.orElse(0));
        return JoinedSource.of(
                files.stream().map(file -> new LibsvmSource(file, survey)).toList());
    }
}
