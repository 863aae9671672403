package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.lookup.LookupTable;

/** A lookup table has no row for some keys, and the macro calls that an error. */
final class NoSuchRow extends EventError {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final String keys;

    NoSuchRow(int event, LookupTable table, String keys) {
        super(event, table.name() + ": " + keys);
        this.table = table.name();
        this.keys = keys;
    }

    @Override
    public UserError at(String where) {
        return UserError.data(
                "table '" + table + "' has no row for " + keys + ", asked for in " + where,
                "outside=error looks at all events, also at those that cuts drop: outside=clamp takes the next bin,"
                        + " outside=nan a missing value");
    }
}
