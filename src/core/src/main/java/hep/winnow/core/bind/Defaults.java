package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.schema.Slot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The defaults of operands and options as expressions: each is parsed once, however many statements leave it out. Not safe for several threads. */
final class Defaults {
    private final IdentityHashMap<Slot, Expr> parsed = new IdentityHashMap<>();

    /** Returns the default of a slot that has one. */
    Expr of(Slot slot) {
        return parsed.computeIfAbsent(slot, Defaults::parse);
    }

    private static Expr parse(Slot slot) {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Expr> expr = Parser.parseExpression("default of " + slot.name(), slot.defaultText(), problems);
        return expr.orElseThrow(
                () -> new IllegalStateException("the default of '" + slot.name() + "' does not parse: " + problems));
    }
}
