package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the schema of a statement: by its verb, by the kind behind its name, or by the format of the files that it reads. */
final class StepSchemas {
    private final Vocabulary vocabulary;
    private final FileFormats formats;
    private final Definitions definitions;
    private final Resolver resolver;
    private final Symbols symbols;
    private final Findings out;
    private final ForeignVerbs foreign;

    /**
     * Makes a finder.
     *
     * @param definitions verbs of the macro itself
     * @param symbols is told of what is lost with a statement that has no schema
     * @param out where problems go
     */
    StepSchemas(Vocabulary vocabulary, Definitions definitions, Resolver resolver, Symbols symbols, Findings out) {
        this.vocabulary = vocabulary;
        this.formats = new FileFormats(vocabulary, resolver, out);
        this.definitions = definitions;
        this.resolver = resolver;
        this.symbols = symbols;
        this.out = out;
        this.foreign = new ForeignVerbs(vocabulary, symbols);
    }

    /** Returns the schema; empty if there is none, which is reported. */
    Optional<StepSchema> of(StepStatement step) {
        String verb = step.verb().text();
        List<String> kinds = vocabulary.kinds(verb);
        if (kinds.isEmpty()) {
            Optional<String> near = unknown(step);
            boolean readsFile =
                    step.operands().stream().anyMatch(o -> o.keyword().equals("from"));
            symbols.lose(near.orElse(readsFile ? "read" : verb));
            step.likelyName().ifPresent(symbols::poison);
            return Optional.empty();
        }
        Optional<StepSchema> schema = formats.isAsked(step)
                ? formats.tell(step)
                : vocabulary.step(verb, "").or(() -> kind(step, kinds));
        if (schema.isEmpty()) {
            symbols.lose(verb);
            step.likelyName().ifPresent(symbols::poison);
        }
        return schema;
    }

    /** Returns the operands of a statement without the word that names its kind. */
    List<Operand> operands(StepStatement step, StepSchema schema) {
        return schema.kind().isEmpty() || formats.isAsked(step)
                ? step.operands()
                : step.operands().subList(1, step.operands().size());
    }

    /** Reports an unknown verb; returns the one that may be meant. */
    private Optional<String> unknown(StepStatement step) {
        String verb = step.verb().text();
        List<String> verbs = new ArrayList<>(vocabulary.verbs());
        definitions.own().forEach(d -> verbs.add(d.schema().verb()));
        Optional<String> near = foreign.verb(verb).or(() -> Suggestions.nearest(verb, verbs));
        Optional<Span> later = definitions.later(verb);
        if (symbols.isBroken(verb)) {
            return near;
        }
        if (later.isPresent()) {
            out.add(CheckCode.DEFINED_LATER.at(
                    step.verb().span(),
                    "'" + verb + "' is called above its def",
                    "put the def in line " + resolver.line(later.get()) + " before the call"));
            symbols.lose("include");
        } else {
            out.add(CheckCode.UNKNOWN_VERB.at(
                    step.verb().span(),
                    "unknown verb '" + verb + "'",
                    foreign.advice(step)
                            .or(() -> near.map(v -> "did you mean '" + v + "'?"))
                            .orElse("the verbs are " + String.join(", ", verbs))));
        }
        return near;
    }

    private Optional<StepSchema> kind(StepStatement step, List<String> kinds) {
        String verb = step.verb().text();
        if (step.operands().isEmpty()
                || !step.operands().get(0).keyword().isEmpty()
                || !(step.operands().get(0).value() instanceof Expr.NameRef kind)) {
            out.add(CheckCode.UNKNOWN_KIND.at(
                    step.verb().span(),
                    "'" + verb + "' needs its kind",
                    "write " + verb + " NAME = " + String.join(" | ", kinds)));
            return Optional.empty();
        }
        Optional<StepSchema> schema = vocabulary.step(verb, kind.name());
        if (schema.isEmpty()) {
            out.add(CheckCode.UNKNOWN_KIND.at(
                    kind.span(),
                    "'" + verb + "' knows no '" + kind.name() + "'",
                    vocabulary
                            .knownElsewhere(verb, kind.name())
                            .map(StepSchema::kind)
                            .or(() -> Suggestions.nearest(kind.name(), kinds))
                            .map(k -> "did you mean '" + k + "'?")
                            .orElse("there are " + String.join(", ", kinds))));
        }
        return schema;
    }
}
