package hep.winnow.core.verbs;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.PartForm;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cutflow [presel, sr]}: what each cut leaves. */
@Verb(
        value = "cutflow",
        doc = "Counts what each cut of regions leaves: raw events, sum of weights with its error, effective number"
                + " and efficiency, per sample. On a part of a split, sums of weights are scaled to the whole.",
        examples = {"cutflow [presel, sr] save=\"cutflow.txt\"", "cutflow presel"},
        alsoKnownAs = {"yields", "cut_flow", "cutflow_table"})
public record Cutflow(
        @Operand(doc = "the regions") List<Scope> regions,
        @Option(doc = "file of the table: .txt or .csv") Optional<OutputFile> save)
        implements EventStep<CutCount> {
    public Cutflow {
        regions = List.copyOf(regions);
        if (save.isPresent() && !List.of("txt", "csv").contains(save.get().ending())) {
            throw new IllegalArgumentException(
                    "a cutflow is written as .txt or .csv, found '" + save.get().name() + "'");
        }
    }

    /** For each region: all events, then what is left after each cut, then what each cut drops because a value is missing. */
    @Override
    public List<Scope> scopes() {
        List<Scope> out = new ArrayList<>();
        for (Scope region : regions) {
            ScopeDecl scope = (ScopeDecl) region;
            for (int i = 0; i <= scope.cuts().size(); i++) {
                out.add(scope.prefix(i));
            }
            for (int i = 0; i < scope.cuts().size(); i++) {
                out.add(scope.failingByMissing(i));
            }
        }
        return out;
    }

    @Override
    public List<EventExpression> columns() {
        return List.of();
    }

    @Override
    public CutCount collect(int scope, EventTable block) {
        return CutCount.of(block);
    }

    @Override
    public Optional<PartForm<CutCount>> form() {
        return Optional.of(CutCount.FORM);
    }

    @Override
    public CutCount merge(CutCount first, CutCount second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<CutCount> results, StepContext context) {
        StringBuilder text = new StringBuilder();
        StringBuilder csv = new StringBuilder(CutflowReport.CSV_HEADER);
        int at = 0;
        for (Scope region : regions) {
            int cuts = ((ScopeDecl) region).cuts().size();
            List<CutCount> left = results.subList(at, at + cuts + 1);
            List<CutCount> missing = results.subList(at + cuts + 1, at + 2 * cuts + 1);
            CutflowReport report = new CutflowReport((ScopeDecl) region, left, missing, context);
            text.append(text.length() == 0 ? "" : "\n").append(report.text());
            csv.append(report.csv());
            context.result(region.text(), report.facts());
            at += 2 * cuts + 1;
        }
        context.print(text.toString());
        save.ifPresent(file -> context.write(
                file,
                path -> java.nio.file.Files.writeString(
                        path, file.ending().equals("csv") ? csv.toString() : text.toString())));
    }
}
