package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.core.expr.Quoting;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lookup.LookupTable;
import hep.winnow.core.lookup.TableLoader;
import hep.winnow.core.verbs.Table;
import java.util.List;
import java.util.Optional;

/** Reads the lookup tables of {@code table} statements, in whatever format {@code read} knows. */
final class TableMaker {
    private final Resolver resolver;
    private final Findings out;

    TableMaker(Resolver resolver, Findings out) {
        this.resolver = resolver;
        this.out = out;
    }

    /** Returns the table; empty if it cannot be read or used, which is reported. */
    Optional<LookupTable> load(StepStatement step, Table table) {
        if (resolver.functions().names().contains(table.name())) {
            out.add(CheckCode.DECLARED_TWICE.at(
                    Places.of(step).of(n -> n.name().equals(table.name())),
                    "'" + table.name() + "' is a function already",
                    "a table is called like a function; take another name"));
            return Optional.empty();
        }
        CheckCode code = CheckCode.UNREADABLE_FILE;
        try {
            EventFiles files = new EventFiles(resolver.vocabulary(), resolver.functions(), resolver.access());
            List<String> options = table.table()
                    .map(t -> List.of("table=" + Quoting.verbatim(t)))
                    .orElse(List.of());
            EventFiles.Request request = new EventFiles.Request(
                    List.of(table.from().text()), table.from().base(), "", options);
            EventSource rows = files.open(request);
            code = CheckCode.UNFIT_TABLE;
            LookupTable loaded = TableLoader.load(table, rows);
            if (!loaded.gaps().isEmpty()) {
                out.add(CheckCode.GAP_IN_TABLE.at(
                        Places.operand(step, "from"),
                        "table '" + table.name() + "' has gaps: " + String.join("; ", loaded.gaps()),
                        "what lies there is outside of the table"));
            }
            return Optional.of(loaded);
        } catch (UserError e) {
            String file = code == CheckCode.UNFIT_TABLE ? table.from().text() + ": " : "";
            CheckCode found = code == CheckCode.UNFIT_TABLE ? code : FileProblems.code(e);
            out.add(found.at(Places.operand(step, "from"), file + e.message(), e.help()));
            return Optional.empty();
        }
    }
}
