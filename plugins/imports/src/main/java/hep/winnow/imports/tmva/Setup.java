package hep.winnow.imports.tmva;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a weight file says of a method besides its weights. */
final class Setup {
    /** What TMVA's own version codes are made of: 4.2.1 is 0x040201. */
    private static final int MAJOR = 1 << 16;

    private static final int MINOR = 1 << 8;
    private static final int MOST_CLASSES = 10_000;

    private static final Set<String> PARTS = Set.of(
            "GeneralInfo",
            "Options",
            "Variables",
            "Spectators",
            "Classes",
            "Targets",
            "Transformations",
            "MVAPdfs",
            "Weights");

    /** What TMVA calls the kind of task. */
    enum Analysis {
        CLASSIFICATION,
        REGRESSION,
        MULTICLASS
    }

    private final XmlElement root;
    private final Map<String, String> infos = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();
    private final List<Variable> variables;
    private final List<String> spectators = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    Setup(XmlElement root) {
        this.root = root;
        for (XmlElement child : root.children()) {
            if (!PARTS.contains(child.name())) {
                throw child.error("this part of a weight file is not known", "it is not of TMVA as released");
            }
        }
        root.child("GeneralInfo").children("Info").forEach(i -> infos.put(i.attribute("name"), i.attribute("value")));
        root.child("Options").children("Option").forEach(o -> options.put(o.attribute("name"), o.text()));
        this.variables = Variable.all(root.child("Variables"));
        root.childIfAny("Spectators")
                .ifPresent(s -> s.children("Spectator")
                        .forEach(v -> spectators.add(v.attributeIfAny("Label").orElse(v.attribute("Expression")))));
        root.childIfAny("Classes").ifPresent(this::readClasses);
        root.childIfAny("Targets").ifPresent(t -> t.children("Target").forEach(v -> targets.add(v.attribute("Label"))));
    }

    private void readClasses(XmlElement element) {
        int n = element.integer("NClass", 1, MOST_CLASSES);
        List<XmlElement> all = element.children("Class");
        if (all.size() != n) {
            throw element.error("it names " + all.size() + " classes of " + n, "the file is damaged");
        }
        for (int i = 0; i < n; i++) {
            all.get(i).integer("Index", i, i);
            String name = all.get(i).attribute("Name");
            if (classes.contains(name)) {
                throw all.get(i).error("there are two classes '" + name + "'", "the file is damaged");
            }
            classes.add(name);
        }
    }

    /** Returns the outermost element, for messages. */
    XmlElement root() {
        return root;
    }

    /** Returns the kind of method, such as {@code BDT}. */
    String method() {
        return root.attribute("Method").split("::", -1)[0].strip();
    }

    /** Returns the name that the user gave the method; that of its kind if there is none. */
    String title() {
        String[] parts = root.attribute("Method").split("::", 2);
        return parts.length == 2 && !parts[1].isBlank() ? parts[1].strip() : method();
    }

    Analysis analysis() {
        String text = infos.getOrDefault("AnalysisType", "");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "classification" -> Analysis.CLASSIFICATION;
            case "regression" -> Analysis.REGRESSION;
            case "multiclass" -> Analysis.MULTICLASS;
            default ->
                throw root.child("GeneralInfo")
                        .error(
                                "the AnalysisType is '" + text + "', expected Classification, Regression or Multiclass",
                                "train again with TMVA 4.1 or later");
        };
    }

    /** Returns an option of the training as it was in effect. */
    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** Returns an option that is yes or no. */
    boolean isSet(String name, boolean otherwise) {
        String text = option(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw root.child("Options").error(name + " is '" + text + "', expected True or False", "");
        };
    }

    List<Variable> variables() {
        return variables;
    }

    List<String> spectators() {
        return spectators;
    }

    List<String> classes() {
        return classes;
    }

    List<String> targets() {
        return targets;
    }

    /** Returns something that the file tells in general, such as {@code TMVA Release}; empty if it does not. */
    String info(String name) {
        return infos.getOrDefault(name, "");
    }

    /** Tells whether the file was written by this version of TMVA, or a later one. */
    boolean isSince(int major, int minor, int patch) {
        String text = info("TMVA Release");
        int open = text.indexOf('[');
        int close = text.indexOf(']');
        String code =
                open >= 0 && close > open ? text.substring(open + 1, close).strip() : "";
        if (!code.matches("[0-9]{1,9}")) {
            throw unknownVersion(text);
        }
        return Integer.parseInt(code) >= major * MAJOR + minor * MINOR + patch;
    }

    private UserError unknownVersion(String text) {
        return root.child("GeneralInfo")
                .error(
                        "the TMVA Release is '" + text + "', expected a version with its number in brackets",
                        "the file is damaged");
    }
}
