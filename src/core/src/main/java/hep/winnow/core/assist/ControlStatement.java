package hep.winnow.core.assist;

import java.util.List;
import java.util.Optional;

/**
 * A statement of the language itself, which no plugin brings.
 *
 * @param word it begins with
 * @param usage how it is written
 * @param doc what it does
 * @param examples whole statements
 */
public record ControlStatement(String word, String usage, String doc, List<String> examples) {
    /** All of them but {@code set}, which has a schema. */
    public static final List<ControlStatement> ALL = List.of(
            new ControlStatement(
                    "param",
                    "param NAME = EXPR",
                    "Names a value that can be given from outside with --param NAME=VALUE; what stands here is the default.",
                    List.of("param lumi = 139/fb", "param file = \"HIGGS.csv\"")),
            new ControlStatement(
                    "let",
                    "let NAME = EXPR",
                    "Names an expression or a list; wherever the name stands, what it stands for is put in.",
                    List.of("let inputs = [mll, dphi, met]", "let pair = [line, net]")),
            new ControlStatement(
                    "include",
                    "include \"FILE\"",
                    "Puts the statements of another file here; the path is relative to the including file.",
                    List.of("include \"selection.wn\"")),
            new ControlStatement(
                    "for",
                    "for NAME in [EXPR, …] { STATEMENTS }",
                    "Repeats statements for each value of a list, or each whole number of a range with both its ends.",
                    List.of("for v in [mll, met] { hist in presel : v save=\"{v}.png\" }")),
            new ControlStatement(
                    "if",
                    "if EXPR { STATEMENTS } else { STATEMENTS }",
                    "Chooses statements by a condition that is known before events are read.",
                    List.of("if epochs > 100 { print \"this takes a while\" }")),
            new ControlStatement(
                    "def",
                    "def VERB(PARAMETER: TYPE = DEFAULT \"WHAT IT IS\", …) \"WHAT IT DOES\" { STATEMENTS }",
                    "Defines a verb, which stands for statements. Types: name, word, number, integer, boolean, string, range,"
                            + " expression, events, model, column, input, output, and lists such as [number]; a parameter"
                            + " without one takes anything. What the body declares by a parameter of type name is there"
                            + " after the call, all else is its own.",
                    List.of(
                            "def leptons(ptcut: number = 25 \"on the leading one [GeV]\") { cut \"lepton pt\" : l1_pt > ptcut }",
                            "region sr { leptons ptcut=30 }")));

    /** Returns the statement that begins with {@code word}; {@code set} is none of them. */
    public static Optional<ControlStatement> find(String word) {
        return ALL.stream().filter(c -> c.word().equals(word)).findFirst();
    }

    public ControlStatement {
        examples = List.copyOf(examples);
    }
}
