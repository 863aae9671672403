package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.Compression;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.verbs.Save;
import hep.winnow.core.verbs.SaveEvents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells a saved model from saved events. */
final class SaveMaker {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;

    SaveMaker(Symbols symbols, Resolver resolver, List<Diagnostic> out) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
    }

    Optional<Action> save(StepStatement step, Save save) {
        if (save.what() instanceof Expr.NameRef name && symbols.models().containsKey(name.name())) {
            return model(step, save, symbols.models().get(name.name()));
        }
        boolean isUnknown = save.what() instanceof Expr.NameRef other
                && symbols.expressionNames().stream().noneMatch(other.name()::equals)
                && symbols.scopeNames().stream().noneMatch(other.name()::equals);
        if (isUnknown && save.to().ending().equals("wnm")) {
            resolver.model(save.what());
            return Optional.empty();
        }
        Optional<ScopeDecl> scope = resolver.scopes().resolve(save.what());
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        Optional<EventWriterFormat> format = format(step, save);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        List<EventExpression> columns = save.columns().isEmpty() ? all(scope.get()) : save.columns();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!names.add(columns.get(i).text())) {
                out.add(CheckCode.LISTED_TWICE.at(
                        Places.item(step, "columns", i),
                        "column '" + columns.get(i).text() + "' stands twice among columns",
                        "leave one of them out"));
            }
        }
        ScopeDecl events = scope.get();
        checkColumns(step, columns, format.get());
        checkLayout(step, save, format.get());
        return Optional.of(new Action.Fill(new SaveEvents(
                events,
                columns,
                save.to(),
                format.get(),
                new Compression(save.level(), save.level() == 0 ? Optional.empty() : save.codec()),
                save.table(),
                () -> schema(events, columns),
                () -> Origin.of(events, symbols.samples()))));
    }

    /** Returns the format that a statement names, or else the one whose ending, the longest that fits, the file has. */
    private Optional<EventWriterFormat> format(StepStatement step, Save save) {
        List<EventWriterFormat> writers = resolver.vocabulary().writers();
        if (save.format().isPresent()) {
            String wanted = save.format().get();
            Optional<EventWriterFormat> named =
                    writers.stream().filter(w -> w.name().equals(wanted)).findFirst();
            if (named.isEmpty()) {
                out.add(CheckCode.UNFIT_FILE.at(
                        Places.option(step, "format"),
                        "no plugin writes events as '" + wanted + "'",
                        "there are "
                                + writers.stream().map(EventWriterFormat::name).collect(Collectors.joining(", "))));
            }
            return named;
        }
        Optional<EventWriterFormat> told =
                resolver.vocabulary().writerOf(save.to().name());
        if (told.isEmpty()) {
            String endings = writers.stream().flatMap(w -> w.endings().stream()).collect(Collectors.joining(" or "));
            out.add(CheckCode.UNFIT_FILE.at(
                    Places.operand(step, "to"),
                    "events are written as " + endings + ", found '" + save.to().name() + "'",
                    "give the file another ending"));
        }
        return told;
    }

    /** Checks what a statement says of the file itself: how it is packed, and what its table is called. */
    private void checkLayout(StepStatement step, Save save, EventWriterFormat format) {
        if (save.level() > 0 && save.codec().isEmpty() && !format.compresses()) {
            without(step, "compression", format, EventWriterFormat::compresses);
        }
        if (save.table().isPresent() && !format.namesTable()) {
            without(step, "table", format, EventWriterFormat::namesTable);
        }
        save.table()
                .filter(t -> format.namesTable())
                .flatMap(format::tableRefusal)
                .ifPresent(reason -> out.add(CheckCode.UNFIT_FILE.at(
                        Places.option(step, "table"),
                        "the table cannot be called '" + save.table().orElseThrow() + "': " + reason,
                        "give it another name")));
        if (save.codec().isEmpty()) {
            return;
        }
        String codec = save.codec().get();
        if (format.codecs().isEmpty()) {
            without(step, "codec", format, f -> !f.codecs().isEmpty());
        } else if (!format.codecs().contains(codec)) {
            out.add(CheckCode.UNFIT_FILE.at(
                    Places.option(step, "codec"),
                    format.name() + " files are not packed by '" + codec + "'",
                    Suggestions.nearest(codec, format.codecs())
                                    .map(near -> "did you mean '" + near + "'? ")
                                    .orElse("")
                            + "there are " + String.join(", ", format.codecs())));
        } else if (save.level() == 0) {
            out.add(CheckCode.UNFIT_FILE.at(
                    Places.option(step, "compression"),
                    "compression=0 means that nothing packs the values, but codec= says what does",
                    "leave one of them out"));
        }
    }

    /** Reports an option that makes no difference to a format, and tells which formats it is for. */
    private void without(
            StepStatement step, String option, EventWriterFormat format, Predicate<EventWriterFormat> fits) {
        out.add(CheckCode.UNFIT_FILE.at(
                Places.option(step, option),
                "'" + option + "' makes no difference to " + format.name() + " files",
                "leave it out; it is for "
                        + resolver.vocabulary().writers().stream()
                                .filter(fits)
                                .map(EventWriterFormat::name)
                                .collect(Collectors.joining(", "))));
    }

    private void checkColumns(StepStatement step, List<EventExpression> columns, EventWriterFormat format) {
        for (EventExpression expression : columns) {
            ColumnInfo column =
                    new ColumnInfo(expression.text(), expression.type(), expression.depth(), expression.unit());
            format.refusal(column)
                    .ifPresent(reason -> out.add(CheckCode.UNFIT_FILE.at(
                            Places.operand(step, "to"),
                            "column '" + column.name() + "' cannot be written as " + format.name() + ": " + reason,
                            "name the columns to write with columns=[…], or take another format")));
        }
    }

    /** Returns the columns of a file. Their types are those that all samples of a scope hold; numbers of several types are doubles. */
    private List<ColumnInfo> schema(ScopeDecl scope, List<EventExpression> columns) {
        return columns.stream()
                .map(c -> new ColumnInfo(c.text(), type(scope, (ColumnExpression) c), c.depth(), c.unit()))
                .toList();
    }

    private ColumnType type(ScopeDecl scope, ColumnExpression expression) {
        if (!(expression.typed().unwrap() instanceof TypedExpr.Input input)
                || !(input.key() instanceof Columns.ColumnKey key)) {
            return expression.type();
        }
        List<ColumnType> found = scope.samples().stream()
                .map(i -> symbols.samples().get(i))
                .map(s -> s.missing().containsKey(key.name())
                        ? ColumnType.DOUBLE
                        : s.column(key.name()).orElseThrow().type())
                .distinct()
                .toList();
        return found.isEmpty() ? expression.type() : found.size() == 1 ? found.get(0) : ColumnType.DOUBLE;
    }

    private Optional<Action> model(StepStatement step, Save save, ModelDecl model) {
        if (!save.to().ending().equals("wnm")) {
            out.add(CheckCode.UNFIT_FILE.at(
                    Places.operand(step, "to"),
                    "a model is written as .wnm, found '" + save.to().name() + "'",
                    "give the file another ending"));
            return Optional.empty();
        }
        for (OptionArg option : step.options()) {
            String given = option.name().text();
            out.add(CheckCode.UNFIT_FILE.at(
                    option.value().span(),
                    "'" + given + "' is for events, '" + model.name() + "' is a model",
                    "leave out " + given + "="));
        }
        return Optional.of(new Action.SaveModel(model, save.to()));
    }

    /** Returns the columns that all samples of a scope share, then the defines that they can compute. */
    private List<EventExpression> all(ScopeDecl scope) {
        List<SampleDecl> samples =
                scope.samples().stream().map(i -> symbols.samples().get(i)).toList();
        List<EventExpression> columns = new ArrayList<>();
        if (samples.isEmpty()) {
            return columns;
        }
        for (ColumnInfo info : samples.get(0).source().schema()) {
            Optional<TypedExpr.Input> input = symbols.column(info.name());
            if (input.isPresent()
                    && samples.stream().allMatch(s -> s.column(info.name()).isPresent())) {
                columns.add(new ColumnExpression(
                        info.name(), input.get(), input.get().unit()));
            }
        }
        for (ColumnExpression define : symbols.defines().values()) {
            boolean canCompute = References.columns(define.typed()).stream()
                            .allMatch(c ->
                                    samples.stream().allMatch(s -> s.column(c).isPresent()))
                    && References.models(define.typed()).isEmpty();
            if (canCompute) {
                columns.add(define);
            }
        }
        return columns;
    }
}
