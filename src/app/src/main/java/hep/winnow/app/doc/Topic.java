package hep.winnow.app.doc;

import hep.winnow.api.function.EventFunction;
import hep.winnow.core.assist.ControlStatement;
import hep.winnow.core.assist.Usage;
import hep.winnow.core.expr.ListFunction;
import hep.winnow.core.schema.StepSchema;
import java.util.List;

/** Something that can be looked up. */
sealed interface Topic {
    /** Returns what it is looked up by: {@code roc}, {@code train mlp}, {@code delta_phi}. */
    String title();

    /** Returns what it does. */
    String doc();

    /** Returns the id of the plugin that brings it; {@code core} for the framework. */
    String plugin();

    /** Returns how it is written, on one line. */
    String usage();

    /** Returns whole statements. */
    List<String> examples();

    /** Returns what kind of thing it is. */
    String kind();

    /** Returns what other programs call it. */
    default List<String> alsoKnownAs() {
        return List.of();
    }

    /** Returns the first sentence of {@link #doc}. */
    default String summary() {
        int end = doc().indexOf(". ");
        return end < 0 ? doc() : doc().substring(0, end + 1);
    }

    /** A verb. */
    record Step(StepSchema schema) implements Topic {
        @Override
        public String title() {
            return schema.title();
        }

        @Override
        public String doc() {
            return schema.doc();
        }

        @Override
        public String plugin() {
            return schema.plugin();
        }

        @Override
        public String usage() {
            return Usage.ofStep(schema);
        }

        @Override
        public List<String> examples() {
            return schema.examples();
        }

        @Override
        public String kind() {
            return "verb";
        }

        @Override
        public List<String> alsoKnownAs() {
            return schema.alsoKnownAs();
        }
    }

    /** A function over finished samples and models. */
    record OfMeasure(StepSchema schema) implements Topic {
        @Override
        public String title() {
            return schema.verb();
        }

        @Override
        public String doc() {
            return schema.doc();
        }

        @Override
        public String plugin() {
            return schema.plugin();
        }

        @Override
        public String usage() {
            return Usage.ofMeasure(schema);
        }

        @Override
        public List<String> examples() {
            return schema.examples();
        }

        @Override
        public String kind() {
            return "function over events and models, one number";
        }
    }

    /** A function of an event. */
    record OfFunction(String title, String usage, String doc, String kind, String plugin) implements Topic {
        /** Returns a function of values. */
        static OfFunction of(EventFunction function, String plugin) {
            String kind = function.isCondition() ? "function of an event, true or false" : "function of an event";
            return new OfFunction(function.name(), function.usage(), function.doc(), kind, plugin);
        }

        /** Returns a function of lists. */
        static OfFunction of(ListFunction function) {
            return new OfFunction(
                    function.name(), function.usage(), function.doc(), "function of the lists of an event", "core");
        }

        @Override
        public List<String> examples() {
            return List.of();
        }
    }

    /** A statement of the language itself. */
    record OfControl(ControlStatement statement) implements Topic {
        @Override
        public String title() {
            return statement.word();
        }

        @Override
        public String doc() {
            return statement.doc();
        }

        @Override
        public String plugin() {
            return "core";
        }

        @Override
        public String usage() {
            return statement.usage();
        }

        @Override
        public List<String> examples() {
            return statement.examples();
        }

        @Override
        public String kind() {
            return "statement of the language";
        }
    }
}
