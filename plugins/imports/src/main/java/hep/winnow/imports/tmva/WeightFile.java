package hep.winnow.imports.tmva;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a weight file into a model. */
final class WeightFile {
    private final Setup setup;

    WeightFile(XmlElement root) {
        if (!root.name().equals("MethodSetup")) {
            throw root.error("expected <MethodSetup>", "the file is not of TMVA");
        }
        this.setup = new Setup(root);
    }

    ForeignModel read() {
        Setup.Analysis analysis = setup.analysis();
        int outputs = outputs(analysis);
        boolean isRegression = analysis == Setup.Analysis.REGRESSION;
        return new ForeignModel(
                setup.title().equals(setup.method()) ? setup.method() : setup.method() + " " + setup.title(),
                "TMVA " + version("TMVA Release") + ", ROOT " + version("ROOT Release"),
                task(analysis),
                classes(analysis),
                outputs > 1 && isRegression ? setup.targets() : List.of(),
                setup.variables().stream().map(Variable::input).toList(),
                scorer(outputs, Precision.READER),
                hasClass() ? Map.of("class", scorer(outputs, Precision.CLASS)) : Map.of(),
                facts(),
                notes());
    }

    private TmvaScorer scorer(int outputs, Precision precision) {
        Setup.Analysis analysis = setup.analysis();
        Response response = response(outputs, precision);
        List<EventTransform> transforms = Transforms.of(setup, precision);
        checkTargets(transforms, analysis, outputs);
        return new TmvaScorer(
                setup.variables().size(),
                transforms,
                response,
                precision,
                analysis == Setup.Analysis.REGRESSION,
                analysis == Setup.Analysis.MULTICLASS && response instanceof Mlp);
    }

    /**
     * Tells whether it is known how the class beside the weight file scores. It interpolates distributions otherwise than the Reader, and cuts of a preselection and tanh differ from version to version.
     */
    private boolean hasClass() {
        boolean isPlain = setup.root().child("Transformations").children().stream()
                .map(t -> t.attribute("Name"))
                .noneMatch(n -> n.equals("Gauss") || n.equals("Uniform"));
        boolean isKnown = !setup.option("NeuronType", "").equals("tanh")
                || version("ROOT Release").startsWith("6.07");
        return setup.analysis() == Setup.Analysis.CLASSIFICATION
                && isPlain
                && isKnown
                && !setup.isSet("DoPreselection", false);
    }

    private int outputs(Setup.Analysis analysis) {
        int n = switch (analysis) {
            case CLASSIFICATION -> 1;
            case MULTICLASS -> setup.classes().size();
            case REGRESSION -> setup.targets().size();
        };
        if (n == 0 || analysis == Setup.Analysis.MULTICLASS && n < 2) {
            throw setup.root().error("it names no classes or targets", "the file is damaged");
        }
        return n;
    }

    private Response response(int outputs, Precision precision) {
        boolean isClassifier = setup.analysis() == Setup.Analysis.CLASSIFICATION;
        return switch (setup.method()) {
            case "MLP", "MLPBFGS", "MLPBNN" -> Mlp.of(setup, outputs, precision);
            case "BDT" -> Forest.of(setup, outputs, precision);
            case "LD" -> Linear.ld(setup, outputs);
            case "Fisher" -> {
                if (!isClassifier) {
                    throw setup.root().error("a Fisher discriminant parts two classes", "the file is damaged");
                }
                yield Linear.fisher(setup);
            }
            default ->
                throw setup.root()
                        .error(
                                "the method " + setup.method() + " is not read",
                                "MLP, BDT, Fisher and LD are; networks of DNN and DL may be exported as ONNX");
        };
    }

    private static Task task(Setup.Analysis analysis) {
        return switch (analysis) {
            case CLASSIFICATION -> Task.BINARY;
            case MULTICLASS -> Task.MULTICLASS;
            case REGRESSION -> Task.REGRESSION;
        };
    }

    private List<String> classes(Setup.Analysis analysis) {
        return switch (analysis) {
            case CLASSIFICATION -> List.of("background", "signal");
            case MULTICLASS -> setup.classes();
            case REGRESSION -> List.of();
        };
    }

    /** What TMVA undoes of several transformations of a target depends on their order in a way that nobody can have meant. */
    private void checkTargets(List<EventTransform> transforms, Setup.Analysis analysis, int outputs) {
        List<EventTransform> own =
                transforms.stream().filter(t -> t.targets() > 0).toList();
        boolean isFine = own.isEmpty()
                || analysis == Setup.Analysis.REGRESSION
                        && transforms.size() == 1
                        && own.get(0).targets() == outputs;
        if (!isFine) {
            throw setup.root()
                    .child("Transformations")
                    .error(
                            "targets go through more than one normalisation of all of them",
                            "train with VarTransform=N alone");
        }
    }

    private String version(String of) {
        return setup.info(of).split(" ", 2)[0];
    }

    private Facts facts() {
        return new Facts()
                .put("training_events", setup.info("Training events"))
                .put("trained", setup.info("Date"))
                .put("var_transform", setup.option("VarTransform", "None"))
                .put("spectators", setup.spectators());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!setup.spectators().isEmpty()) {
            notes.add(
                    "spectators take no part in the score and are left out: " + String.join(", ", setup.spectators()));
        }
        if (setup.option("VarTransform", "").contains("_Signal")
                || setup.option("VarTransform", "").contains("_Background")) {
            notes.add("VarTransform=" + setup.option("VarTransform", "")
                    + " was trained with the transformation of one class; like TMVA's own Reader, the score"
                    + " takes that of all classes");
        }
        boolean isFast = setup.option("NeuronType", "").equals("tanh") && hasClass();
        if (isFast && setup.method().startsWith("MLP") && setup.isSince(4, 2, 1)) {
            notes.add(
                    "tanh is the rational function that TMVA's Reader takes for it; variant=\"class\" scores as the C++"
                            + " class that TMVA wrote beside the file, with tanh itself: the two differ by up to 1e-4");
        }
        return notes;
    }
}
