package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.bind.Binder;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.StepSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code set} statements, which hold for the whole macro wherever they stand. */
final class SettingsReader {
    private static final StepSchema SCHEMA = StepSchema.of(hep.winnow.core.verbs.Set.class, "core");

    private final Binder binder;
    private final List<Diagnostic> out;
    private final java.util.Set<String> given = new HashSet<>();
    private long seed = hep.winnow.core.verbs.Set.DEFAULT_SEED;
    private OptionalDouble lumi = OptionalDouble.empty();
    private OptionalDouble memory = OptionalDouble.empty();
    private int limit;

    SettingsReader(Binder binder, List<Diagnostic> out) {
        this.binder = binder;
        this.out = out;
    }

    long seed() {
        return seed;
    }

    OptionalDouble lumi() {
        return lumi;
    }

    OptionalDouble memory() {
        return memory;
    }

    /** Returns how many events of each sample are used at most; 0 for all. */
    int limit() {
        return limit;
    }

    void read(Statement.SetStatement set) {
        StepStatement asStep = new StepStatement(
                new Ident(SCHEMA.verb(), set.span()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                set.options(),
                List.of(),
                false,
                set.span());
        java.util.Set<String> here = new HashSet<>();
        for (OptionArg option : set.options()) {
            String name = option.name().text();
            if (here.add(name) && given.contains(name)) {
                out.add(CheckCode.GIVEN_TWICE.at(
                        option.name().span(), "'" + name + "' is set by another statement", "set it once"));
            }
        }
        given.addAll(here);
        binder.bind(asStep, SCHEMA, List.of()).ifPresent(bound -> {
            hep.winnow.core.verbs.Set options = (hep.winnow.core.verbs.Set) bound.value();
            options.seed().ifPresent(s -> seed = s);
            limit = options.limit().orElse(limit);
            options.lumi().ifPresent(l -> lumi = OptionalDouble.of(l));
            options.memory().ifPresent(m -> memory = OptionalDouble.of(m));
        });
    }
}
