package hep.winnow.core.assist;

import hep.winnow.core.Winnow;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.macro.Names;
import hep.winnow.core.schema.Vocabulary;
import java.nio.file.Path;

/**
 * What help at the cursor is made of. Immutable.
 *
 * @param vocabulary verbs and measures
 * @param functions of events
 * @param names of the macro, as its last check found them
 * @param folder that paths in the macro are relative to
 */
public record Assist(Vocabulary vocabulary, FunctionTable functions, Names names, Path folder) {
    /** Makes one of a framework, and of the verbs that the macro defines. */
    public static Assist of(Winnow winnow, Names names, Path folder) {
        return new Assist(winnow.vocabulary().with(names.verbs()), winnow.functions(), names, folder);
    }
}
