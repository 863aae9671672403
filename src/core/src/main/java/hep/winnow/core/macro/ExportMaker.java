package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.verbs.Export;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the writer of an exported model. */
final class ExportMaker {
    private final Resolver resolver;
    private final List<Diagnostic> out;

    ExportMaker(Resolver resolver, List<Diagnostic> out) {
        this.resolver = resolver;
        this.out = out;
    }

    Optional<Action> export(StepStatement step, Export export) {
        List<ModelWriter> writers = resolver.vocabulary().modelWriters();
        Optional<ModelWriter> found =
                resolver.vocabulary().modelWriterOf(export.to().name());
        if (found.isEmpty()) {
            String endings = writers.stream().map(ModelWriter::ending).collect(Collectors.joining(", "));
            boolean isOwn = export.to().ending().equals("wnm");
            out.add(CheckCode.UNFIT_FILE.at(
                    Places.operand(step, "to"),
                    "models are exported as " + (endings.isEmpty() ? "nothing: no plugin at hand does" : endings)
                            + ", found '" + export.to().name() + "'",
                    isOwn ? "'save' writes a .wnm file" : "give the file another ending"));
            return Optional.empty();
        }
        ModelWriter writer = found.get();
        for (String name : export.options().given()) {
            if (!writer.options().contains(name)) {
                out.add(CheckCode.UNFIT_FILE.at(
                        Places.option(step, name),
                        "'" + name + "' makes no difference to " + writer.ending() + " files",
                        "leave it out"));
            }
        }
        String file = String.valueOf(Path.of(export.to().name()).getFileName());
        writer.refusal(file, export.options())
                .ifPresent(reason -> out.add(CheckCode.UNFIT_FILE.at(Places.operand(step, "to"), reason, "")));
        return Optional.of(new Action.ExportModel((ModelDecl) export.model(), export.to(), writer, export.options()));
    }
}
