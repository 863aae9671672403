package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code <Transformations>}. Of each, TMVA's Reader takes the one of all classes together, which stands last, whichever class the training named. */
final class Transforms {
    private static final int MOST = 1000;
    private static final int MOST_SETS = 10_001;

    private final Setup setup;
    private final Precision precision;

    private Transforms(Setup setup, Precision precision) {
        this.setup = setup;
        this.precision = precision;
    }

    static List<EventTransform> of(Setup setup, Precision precision) {
        XmlElement all = setup.root().child("Transformations");
        int n = all.integer("NTransformations", 0, MOST);
        if (all.children().size() != n) {
            throw all.error("it holds " + all.children().size() + " transformations of " + n, "the file is damaged");
        }
        Transforms reader = new Transforms(setup, precision);
        List<EventTransform> transforms = new ArrayList<>();
        for (XmlElement transform : all.children()) {
            transforms.add(reader.transform(transform));
        }
        return transforms;
    }

    private EventTransform transform(XmlElement transform) {
        String name = transform.attribute("Name");
        Selection selection = Selection.of(transform, setup);
        if (selection.targets() > 0 && !name.equals("Normalize")) {
            throw transform.error("a target is transformed by " + name, "train with VarTransform=Norm, or without");
        }
        return switch (name) {
            case "Normalize" -> normalize(transform, selection);
            case "Decorrelation" -> decorrelation(transform, selection);
            case "PCA" -> pca(transform, selection);
            case "Gauss", "Uniform" -> gauss(transform, selection);
            default -> throw transform.error("the transformation '" + name + "' is not read", "train without it");
        };
    }

    private EventTransform normalize(XmlElement transform, Selection selection) {
        List<XmlElement> sets = transform.children("Class");
        XmlElement last = last(transform, sets, "ClassIndex");
        int n = selection.size() + selection.targets();
        List<XmlElement> ranges = last.child("Ranges").children("Range");
        if (ranges.size() != n) {
            throw last.error("it holds " + ranges.size() + " ranges of " + n, "the file is damaged");
        }
        float[] low = new float[n];
        float[] high = new float[n];
        for (int i = 0; i < n; i++) {
            ranges.get(i).integer("Index", i, i);
            low[i] = ranges.get(i).single("Min");
            high[i] = ranges.get(i).single("Max");
            if (!(high[i] > low[i]) || !Float.isFinite((float) (1.0 / (high[i] - low[i])))) {
                throw ranges.get(i).error("the range has no width", "leave the variable out: it is constant");
            }
        }
        return new Normalize(selection, low, high, precision);
    }

    private EventTransform decorrelation(XmlElement transform, Selection selection) {
        List<XmlElement> sets = transform.children("Matrix");
        if (sets.isEmpty()) {
            throw transform.error("it has no <Matrix>", "the file is damaged");
        }
        XmlElement last = sets.get(sets.size() - 1);
        int n = selection.size();
        last.integer("Rows", n, n);
        last.integer("Columns", n, n);
        return new Rotate(selection, new double[n], last.reals((long) n * n), precision);
    }

    private EventTransform pca(XmlElement transform, Selection selection) {
        XmlElement means = last(transform, transform.children("Statistics"), "ClassIndex");
        XmlElement vectors = last(transform, transform.children("Eigenvectors"), "ClassIndex");
        int n = selection.size();
        means.integer("NRows", n, n);
        vectors.integer("NRows", n, n);
        vectors.integer("NCols", n, n);
        double[] columns = vectors.reals((long) n * n);
        double[] rows = new double[columns.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i * n + j] = columns[j * n + i];
            }
        }
        return new Rotate(selection, means.reals(n), rows, precision);
    }

    private EventTransform gauss(XmlElement transform, Selection selection) {
        String kind = transform.attribute("FlatOrGauss");
        if (!kind.equals("Flat") && !kind.equals("Gauss")) {
            throw transform.error("FlatOrGauss is '" + kind + "', expected Flat or Gauss", "the file is damaged");
        }
        List<XmlElement> variables = transform.children("Variable");
        if (variables.size() != selection.size()) {
            throw transform.error(
                    "it holds " + variables.size() + " variables of " + selection.size(), "the file is damaged");
        }
        List<Distribution> distributions = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            XmlElement variable = variables.get(i);
            variable.integer("VarIndex", i, i);
            List<XmlElement> sets = variable.children();
            for (int c = 0; c < sets.size(); c++) {
                if (!sets.get(c).name().equals("CumulativePDF_cls" + c)) {
                    throw sets.get(c).error("expected CumulativePDF_cls" + c + " here", "the file is damaged");
                }
            }
            if (sets.isEmpty()) {
                throw variable.error("it has no distribution", "the file is damaged");
            }
            distributions.add(Distribution.of(sets.get(sets.size() - 1).child("PDF")));
        }
        return new Gauss(selection, distributions, kind.equals("Flat"));
    }

    /** Returns the last of the sets of numbers, one for each class and one for all; they must stand in order. */
    private static XmlElement last(XmlElement transform, List<XmlElement> sets, String index) {
        if (sets.isEmpty() || sets.size() > MOST_SETS) {
            throw transform.error("it has " + sets.size() + " sets of numbers", "the file is damaged");
        }
        for (int i = 0; i < sets.size(); i++) {
            sets.get(i).integer(index, i, i);
        }
        return sets.get(sets.size() - 1);
    }
}
