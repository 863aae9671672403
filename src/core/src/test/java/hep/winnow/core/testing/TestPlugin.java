package hep.winnow.core.testing;

import hep.winnow.api.Plugin;
import hep.winnow.api.function.Measure;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.Step;
import java.util.List;

/** The steps, measures and learners of the tests: each as simple as its kind allows. */
public final class TestPlugin implements Plugin {
    @Override
    public String id() {
        return "test";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(
                Centroid.class,
                BinaryOnly.class,
                Blobs.class,
                Codes.class,
                Dump.class,
                Judge.class,
                Means.class,
                Nested.class,
                Numbers.class,
                Summary.class,
                Tune.class,
                Watch.class,
                Zoo.class);
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new Bytes.Format());
    }

    @Override
    public List<Class<? extends Measure>> measures() {
        return List.of(Measures.Count.class, Measures.MeanOf.class, Measures.ErrorOf.class);
    }

    @Override
    public List<ModelReader> modelReaders() {
        return List.of(new CentroidModel.Reader(), new Codes.Reader(), new Means.Reader(), new Blobs.Reader());
    }

    @Override
    public List<ModelFormat> modelFormats() {
        return List.of(new Sums());
    }
}
