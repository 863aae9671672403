package hep.winnow.core.verbs;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.Tables;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The cutflow of one region as a table for people, rows for a spreadsheet, and facts. */
final class CutflowReport {
    static final String CSV_HEADER = "region,sample,cut,raw,sumw,error,neff,efficiency,missing\n";

    private final ScopeDecl region;
    private final List<CutCount> left;
    private final List<CutCount> missing;
    private final StepContext context;
    private final List<PartScale> scales;

    /** What is left of some samples after a cut; {@code efficiency} is of Σw relative to all events. */
    private record Row(
            String label, long raw, double sumW, double error, double neff, double efficiency, long missing) {
        List<String> cells(String sample) {
            return List.of(
                    sample,
                    label,
                    Long.toString(raw),
                    Numbers.significant(sumW, 6),
                    Numbers.significant(error, 3),
                    Numbers.significant(neff, 5),
                    Double.isNaN(efficiency) ? "-" : Numbers.significant(100 * efficiency, 4) + "%",
                    missing == 0 ? "" : Long.toString(missing));
        }
    }

    CutflowReport(ScopeDecl region, List<CutCount> left, List<CutCount> missing, StepContext context) {
        this.region = region;
        this.left = left;
        this.missing = missing;
        this.context = context;
        this.scales = context.partScales(region);
    }

    /** Returns the rows of one sample, or of all for -1. */
    private List<Row> rows(int sample) {
        List<Row> rows = new ArrayList<>();
        double all = sums(left.get(0), sample)[1];
        for (int i = 0; i < left.size(); i++) {
            double[] s = sums(left.get(i), sample);
            String label = i == 0 ? "all" : region.cuts().get(i - 1).label();
            long dropped = i == 0 ? 0 : (long) sums(missing.get(i - 1), sample)[0];
            double neff = s[2] == 0 ? 0 : s[1] * s[1] / s[2];
            rows.add(new Row(
                    label, (long) s[0], s[1], Math.sqrt(s[2]), neff, all == 0 ? Double.NaN : s[1] / all, dropped));
        }
        return rows;
    }

    private double[] sums(CutCount count, int sample) {
        double[] out = new double[3];
        count.counts().forEach((key, sums) -> {
            boolean isMeant = sample < 0 ? key.classIndex() >= 0 : key.sample() == sample;
            if (isMeant) {
                double f =
                        key.classIndex() < 0 ? 1 : scales.get(key.classIndex()).factor();
                out[0] += sums[0];
                out[1] += f * sums[1];
                out[2] += f * f * sums[2];
            }
        });
        return out;
    }

    private List<Integer> samples() {
        TreeSet<Integer> seen = new TreeSet<>();
        left.get(0).counts().keySet().forEach(k -> seen.add(k.sample()));
        return List.copyOf(seen);
    }

    /** Returns the table; it says how many events a cut lost for want of a value only where there are any. */
    String text() {
        boolean isAnyMissing =
                missing.stream().anyMatch(count -> !count.counts().isEmpty());
        List<String> header = new ArrayList<>(List.of("sample", "cut", "raw", "sum w", "error", "n eff", "efficiency"));
        if (isAnyMissing) {
            header.add("missing");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int sample : samples()) {
            String name = context.samples().get(sample);
            for (Read read : read(sample)) {
                List<String> cells = new ArrayList<>(List.of(name, read.label(), Long.toString(read.raw())));
                header.stream().skip(cells.size()).forEach(h -> cells.add(""));
                rows.add(cells);
                name = "";
            }
            for (Row row : rows(sample)) {
                List<String> cells = row.cells(name);
                rows.add(isAnyMissing ? cells : cells.subList(0, cells.size() - 1));
                name = "";
            }
        }
        return "cutflow of " + region.text() + note() + "\n" + Tables.of(header, rows);
    }

    /** How many events of a sample there were before some were left out as they were read, and behind that; their weights are not known. */
    private record Read(String label, long raw) {}

    /** Returns nothing where the macro asks for all events. */
    private List<Read> read(int sample) {
        List<LeftOut> leftOut = context.leftOut(sample);
        List<Read> out = new ArrayList<>();
        if (!leftOut.isEmpty()) {
            long raw = context.events(sample)
                    + leftOut.stream().mapToLong(LeftOut::events).sum();
            out.add(new Read("read", raw));
            for (LeftOut left : leftOut) {
                raw -= left.events();
                out.add(new Read("no " + left.why(), raw));
            }
        }
        return out;
    }

    private String note() {
        if (!region.isPart()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < scales.size(); c++) {
            parts.add(context.classes().get(c) + " x "
                    + Rounding.withError(scales.get(c).factor(), scales.get(c).error()));
        }
        return " (sums of weights scaled to the whole: " + String.join(", ", parts) + ")";
    }

    String csv() {
        StringBuilder out = new StringBuilder();
        for (int sample : samples()) {
            for (Read read : read(sample)) {
                out.append(quoted(region.text()))
                        .append(',')
                        .append(quoted(context.samples().get(sample)))
                        .append(',')
                        .append(quoted(read.label()))
                        .append(',')
                        .append(read.raw())
                        .append(",,,,,\n");
            }
            for (Row row : rows(sample)) {
                out.append(quoted(region.text()))
                        .append(',')
                        .append(quoted(context.samples().get(sample)))
                        .append(',')
                        .append(quoted(row.label()))
                        .append(',')
                        .append(row.raw())
                        .append(',')
                        .append(Numbers.text(row.sumW()))
                        .append(',')
                        .append(Numbers.text(row.error()))
                        .append(',')
                        .append(Numbers.text(row.neff()))
                        .append(',')
                        .append(Numbers.text(row.efficiency()))
                        .append(',')
                        .append(row.missing())
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    Facts facts() {
        Facts samples = new Facts();
        Facts read = new Facts();
        for (int sample : samples()) {
            if (!read(sample).isEmpty()) {
                read.put(
                        context.samples().get(sample),
                        read(sample).stream()
                                .map(r -> new Facts().put("label", r.label()).put("raw", r.raw()))
                                .toList());
            }
            samples.put(context.samples().get(sample), cuts(sample));
        }
        Facts facts = new Facts().put("cuts", cuts(-1)).put("samples", samples);
        if (!read.values().isEmpty()) {
            facts.put("read", read);
        }
        if (region.isPart()) {
            Facts byClass = new Facts();
            for (int c = 0; c < scales.size(); c++) {
                byClass.put(context.classes().get(c), scales.get(c).factor());
            }
            facts.put("scale", byClass);
        }
        return facts;
    }

    private List<Facts> cuts(int sample) {
        return rows(sample).stream()
                .map(r -> new Facts()
                        .put("label", r.label())
                        .put("raw", r.raw())
                        .put("sumw", r.sumW())
                        .put("error", r.error())
                        .put("neff", r.neff())
                        .put("efficiency", r.efficiency())
                        .put("missing", r.missing()))
                .toList();
    }
}
