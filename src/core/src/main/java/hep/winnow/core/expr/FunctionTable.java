package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.function.EventFunction;
import hep.winnow.core.expr.function.Functions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The functions that expressions may call: our own and those of plugins. Immutable. */
public final class FunctionTable {
    private final Map<String, EventFunction> byName = new TreeMap<>();

    /**
     * Makes a table of our own functions and some more.
     *
     * @throws UserError if two functions have one name
     */
    public FunctionTable(Collection<EventFunction> extra) {
        Functions.all().forEach(this::add);
        extra.forEach(this::add);
    }

    private void add(EventFunction function) {
        EventFunction other = byName.putIfAbsent(function.name(), function);
        if (other != null) {
            throw UserError.data(
                    "two functions are called '" + function.name() + "': " + origin(other) + " and " + origin(function),
                    "remove one of the plugins that bring them");
        }
    }

    private static String origin(EventFunction function) {
        return function.usage() + " of " + function.getClass().getName();
    }

    /** Returns the function of that name. */
    public Optional<EventFunction> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns all functions, by name. */
    public List<EventFunction> all() {
        return List.copyOf(byName.values());
    }

    /** Returns all functions that look at whole lists; some have the name of a function of several numbers. */
    public List<ListFunction> ofLists() {
        return ListFunctions.ALL;
    }

    /** Returns all names, in alphabetical order. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(byName.keySet());
        ListFunctions.ALL.forEach(f -> names.add(f.name()));
        return List.copyOf(names);
    }
}
