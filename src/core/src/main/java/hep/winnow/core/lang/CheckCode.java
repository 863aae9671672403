package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;

/**
 * Everything that can be wrong with a macro whose text is well formed ({@link SyntaxCode} has the rest). One code has one meaning. The reference of error codes is made from this
 * list.
 */
public enum CheckCode {
    /** Names are declared once; the names of parts and {@code all} belong to the language. */
    DECLARED_TWICE("E101", "a name that is declared twice, or is a word of the language"),
    /** The only code for columns, defines and params: a formula may name any of them. */
    UNKNOWN_NAME("E104", "a name that is no column, define, model or param"),
    /** Such as {@code best.cutt}. */
    UNKNOWN_FIELD("E105", "a field or an index that is not there"),
    /** Functions of events and measures alike. */
    UNKNOWN_FUNCTION("E106", "a function that does not exist"),
    /** Their number, or a name. */
    WRONG_ARGUMENTS("E107", "wrong arguments of a function"),
    /** A number, condition or string where another is needed. */
    WRONG_TYPE("E108", "a number, condition or string where something else is needed"),
    /** A list or range in a formula. */
    NO_SINGLE_VALUE("E109", "a list or range where one value is expected"),
    /** Options are known before events are read. */
    NOT_CONSTANT("E110", "a value that varies where a constant is expected"),
    /** Formulas that defines, lets or params nest beyond all use. */
    NESTED_TOO_DEEPLY("E111", "a formula that is nested too deeply"),
    /** Such as a region in a formula. */
    NOT_A_VALUE("E120", "a name of events or of a statement where a value per event is meant"),
    /** Reported once per column of a statement. */
    LACKING_COLUMN("E122", "a column that one of the samples in question does not have"),
    /** Where the name of a model is asked for. */
    UNKNOWN_MODEL("E123", "a name that is no trained model"),
    /** {@code missing} of strings. */
    NEVER_MISSING("E124", "missing values of a column that cannot have any"),
    /** {@code expect} and {@code print}. */
    NO_SINGLE_NUMBER("E125", "a value per event where a single one is asked for"),
    /** Of another sample, or of a define. */
    CLASHING_COLUMN("E126", "a column that clashes with one of another type, or with a define"),
    /** An id is a whole number or a string. */
    UNFIT_ID("E127", "a column that cannot be an id"),
    /** Among inputs, or columns to save. */
    LISTED_TWICE("E128", "something that stands twice in a list"),
    /** Neither by its name nor by the columns that it is made of. */
    MODEL_INPUT("E129", "an input of a loaded model that cannot be found"),
    /** Bins that overlap, keys that are not there. */
    UNFIT_TABLE("E131", "a lookup table that cannot be used"),
    /** A warning. */
    COMPARES_WITH_NAN("W101", "a comparison with nan, which never holds"),
    /** A warning. */
    OTHER_INPUT("W102", "an input of a loaded model that is defined otherwise than when it was trained"),
    /** A warning. */
    CONVERTED_INPUT("W103", "an input of a loaded model that is converted from another unit"),
    /** A warning. */
    IMPORT_NOTE("W104", "something to know of a model of another program"),
    /** A warning. */
    GAP_IN_TABLE("W111", "a lookup table whose bins leave a gap between them"),

    /** A warning: see {@code fit}, and a histogram with {@code blind=}. */
    OBSERVABLE_INPUT("W120", "an input of a classifier that a fit or a blinded histogram looks at"),
    /** A warning. */
    TELLING_INPUT("W121", "a weight, an id or a class among the inputs of a learner"),
    /** A warning. */
    CONSTANT_INPUT("W122", "an input that is the same for every event"),
    /** A warning. */
    SAME_INPUT("W123", "two inputs that tell the same"),
    /** A warning: an earlier cut of the region asks for more. */
    IDLE_CUT("W124", "a cut that takes nothing away"),
    /** A warning: below 5 %. */
    SMALL_PART("W125", "a part of a split that is too small to measure on"),
    /** A warning. */
    TUNED_ON_TEST("W126", "a choice that is made on the test part"),
    /** A warning. */
    UNUSED_NAME("W127", "a name that is used nowhere"),
    /** A warning: a model is used on other events than it was trained on. */
    CUT_AFTER_TRAINING("W128", "a cut, beside one on a model, that its training did not know"),

    /** The first word of a statement. */
    UNKNOWN_VERB("E200", "a verb that does not exist"),
    /** Never ignored; names that other programs use get the right one. */
    UNKNOWN_OPTION("E201", "an option that does not exist"),
    /** In one statement, or in two {@code set}. */
    GIVEN_TWICE("E202", "an option that is given twice"),
    /** Its kind, its bounds, or a word that does not exist. */
    WRONG_VALUE("E203", "a value of the wrong kind, out of bounds, or an unknown word"),
    /** A name, operand, condition or option. */
    LACKING_PART("E204", "something that a statement needs is not there"),
    /** Said by the step itself. */
    REFUSED("E205", "options that do not fit together"),
    /** Of a measure, or of a word such as {@code adam(…)}. */
    TOO_MANY_ARGUMENTS("E206", "too many arguments"),
    /** Such as {@code cutflow c = presel}. */
    STRAY_NAME("E207", "a name where the statement declares none"),
    /** An operand or keyword that the verb does not take. */
    STRAY_OPERAND("E208", "an operand that the statement does not take"),
    /** An expression behind a colon. */
    STRAY_CONDITION("E209", "a colon where the statement takes none"),
    /** Only a region has a block of statements, and only of cuts. */
    STRAY_STEP("E210", "a statement in a block that does not take it"),
    /** {@code {name}} in a string. */
    UNKNOWN_HOLE("E211", "a '{name}' in a string that is no param"),
    /** {@code --param} of a name that the macro does not declare. */
    UNKNOWN_PARAM("E212", "a param given from outside that the macro does not have"),
    /** {@code set}, {@code param}, {@code include} and {@code def} stand outside of bodies of {@code def}. */
    MISPLACED_IN_DEF("E213", "a statement that cannot stand in the body of a def"),
    /** Loops and lets that unroll to too much. */
    TOO_LONG("E214", "a macro that unrolls to too much"),
    /** {@code --param} whose text does not parse. */
    MALFORMED_PARAM("E215", "a param given from outside that is no expression"),
    /** Directly or not. */
    CIRCULAR_INCLUDE("E216", "a file that includes itself"),
    /** {@code for} goes through a list. */
    NO_LIST("E217", "a loop over something that is no list"),
    /** Such as {@code train nn = mlpp}. */
    UNKNOWN_KIND("E218", "a verb without its kind, or with an unknown one"),
    /** A {@code cut} that stands alone. */
    STRAY_CUT("E219", "a cut outside of a region"),
    /** Said by a source when it was opened. */
    UNFIT_SOURCE("E220", "a source that refuses its options"),
    /** The ending decides what is written. */
    UNFIT_FILE("E221", "a file to write whose ending does not fit"),
    /** One would overwrite the other. */
    WRITTEN_TWICE("E222", "a file that two statements write"),
    /** A file of events, a model or a text of the macro. */
    OVERWRITTEN("E223", "a file that the macro reads, and would write over"),
    /** Calls of verbs that a macro defines, one in the body of the other. */
    ENDLESS_CALLS("E224", "calls of defs that never end"),
    /** Only what is declared above can be used. */
    DEFINED_LATER("E225", "a verb that is called above its def"),

    /** Where a sample, region or part is asked for. */
    UNKNOWN_EVENTS("E301", "a name that is no sample, region or part"),
    /** {@code test} without a {@code split}. */
    NOT_SPLIT("E302", "a part of events that are not split"),
    /** {@code test} where there are several splits. */
    AMBIGUOUS_PART("E303", "a part, or events, of more than one split"),
    /** Parts are train, valid and test. */
    UNKNOWN_PART("E304", "a part that does not exist"),
    /** Such as {@code sr.test} where {@code sr} is on test. */
    PART_OF_PART("E305", "a part of what is limited to a part already"),
    /** A part whose share is 0. */
    NO_SUCH_PART("E306", "a part that the split does not have"),
    /** Samples with {@code part=}. */
    FIXED_PART("E307", "a split of a sample that is one part already"),
    /** {@code by=hash} without columns. */
    NO_HASH("E308", "a split by hash without columns"),
    /** Such as several classes for a learner of two. */
    WRONG_TASK("E309", "a task that the learner cannot do"),
    /** See {@code leak=allow}. */
    LEAK("E310", "events that trained the model which scores them"),
    /** {@code train} without {@code on}, with several splits. */
    UNCLEAR_EVENTS("E311", "a learner that is not told its events"),
    /** A sample without role, signal or class. */
    NO_CLASS("E312", "a classification of events without classes"),
    /** Roles are two classes of their own. */
    MIXED_CLASSES("E313", "samples with roles beside samples with classes"),
    /** Signal without background, or the other way round. */
    ONE_CLASS("E314", "a separation of one class alone"),
    /** Training on a sample of which a part is locked. */
    LOCKED_EVENTS("E315", "training on events that a split keeps from training"),
    /** A region of two samples' common events. */
    NO_COMMON_SAMPLE("E316", "a region that no sample belongs to"),
    /** Recorded data is not weighted. */
    SCALED_DATA("E317", "a cross-section of recorded data"),
    /** See {@code winnow batch}. */
    NO_BATCH("E318", "a statement that cannot be gathered file by file, in a batch"),
    /** A warning. */
    XSEC_WITHOUT_LUMI("W301", "a cross-section without a luminosity, which scales nothing"),
    /** A warning. */
    LUMI_WITHOUT_XSEC("W302", "a sample without a cross-section beside samples with one"),

    /** A file of events or a model that cannot be opened. */
    UNREADABLE_FILE("E400", "a file that cannot be read"),
    /** A macro that cannot be opened. */
    UNREADABLE_INCLUDE("E401", "an include that cannot be read"),
    /** A file beyond what the macro may read or write. */
    FORBIDDEN_FILE("E402", "a file that the macro may not touch");

    private final String code;
    private final String meaning;

    CheckCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Returns the stable code, such as {@code E104}; that of a warning begins with a {@code W}. */
    public String code() {
        return code;
    }

    /** Returns what it is about, without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** Tells whether the macro runs all the same. */
    public boolean isWarning() {
        return code.startsWith("W");
    }

    /** Returns a diagnostic of this code; {@code help} may be empty. */
    public Diagnostic at(Span span, String message, String help) {
        return at(span, message, "", help);
    }

    /** Returns a diagnostic of this code; {@code label} and {@code help} may be empty. */
    public Diagnostic at(Span span, String message, String label, String help) {
        return isWarning()
                ? Diagnostic.warning(code, span, message, label, help)
                : Diagnostic.error(code, span, message, label, help);
    }
}
