package hep.winnow.core.macro;

import hep.winnow.core.access.FileAccess;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lookup.LookupTable;
import hep.winnow.core.schema.VerbFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A checked macro, ready to run.
 *
 * @param file the macro
 * @param seed of all random numbers
 * @param lumi integrated luminosity in 1/pb, if set
 * @param memory what events may take of the heap, if set: up to 1 a share of it, above it bytes
 * @param params by name, as text
 * @param samples in order
 * @param tables lookup tables, in order
 * @param statements what to do, in order
 * @param models all models, in order
 * @param functions of events
 * @param access which files the macro may touch, but for its out folder
 * @param inputs all files that it reads: its text, what it includes, events, models, tables
 * @param verbFiles files of plugins whose verbs it calls
 */
public record Program(
        MacroFile file,
        long seed,
        OptionalDouble lumi,
        OptionalDouble memory,
        Map<String, String> params,
        List<SampleDecl> samples,
        List<LookupTable> tables,
        List<Planned> statements,
        List<ModelDecl> models,
        FunctionTable functions,
        FileAccess access,
        Set<Path> inputs,
        List<VerbFile> verbFiles) {
    public Program {
        samples = List.copyOf(samples);
        tables = List.copyOf(tables);
        statements = List.copyOf(statements);
        models = List.copyOf(models);
        inputs = Set.copyOf(inputs);
        verbFiles = List.copyOf(verbFiles);
    }
}
