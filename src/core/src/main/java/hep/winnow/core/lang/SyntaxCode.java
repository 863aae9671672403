package hep.winnow.core.lang;

/** Every error that the text of a macro can have before any name in it is looked up. The reference of error codes is made from this list. */
public enum SyntaxCode {
    /** Such as {@code $}, or {@code **} where {@code ^} is meant. */
    UNKNOWN_CHARACTER("E001", "a character that is no part of the language"),
    /** A string ends on the line where it begins. */
    UNCLOSED_STRING("E002", "a string that its line does not close, or one in the wrong quotes"),
    /** Only {@code \" \\ \n \t} exist. */
    UNKNOWN_ESCAPE("E003", "an escape that strings do not have"),
    /** Such as {@code 5.}, {@code .5}, {@code 30GeV}, {@code 10%3}, {@code 1e999}. */
    MALFORMED_NUMBER("E004", "a number that is not well formed"),
    /** A name in backquotes is not empty and ends on its line. */
    MALFORMED_NAME("E005", "a name in backquotes that is empty or not closed"),
    /** Every statement begins with a verb or a word such as {@code for}. */
    VERB_EXPECTED("E010", "a statement that does not begin with a verb"),
    /** Something else stands where a value must. */
    EXPRESSION_EXPECTED("E011", "an expression is missing"),
    /** Something else stands where a name must. */
    NAME_EXPECTED("E012", "a name is missing"),
    /** Something stands where nothing of its kind can. */
    UNEXPECTED("E013", "something that cannot stand here"),
    /** Order is: operands, {@code :} and its expression, options, block. */
    MISPLACED("E014", "an operand or a ':' behind the place where it belongs"),
    /** A parenthesis, bracket or brace without its partner. */
    UNCLOSED_BRACKET("E015", "a '(', '[' or '{' that is never closed"),
    /** A closing bracket that nothing opened. */
    STRAY_BRACKET("E016", "a ')', ']' or '}' that closes nothing"),
    /** {@code for}, {@code if}, {@code else} and {@code def} have a body in braces, opened on their line. */
    BLOCK_EXPECTED("E017", "a body in braces is missing"),
    /** The block of a step holds options and steps, no {@code for}, {@code if} and the like. */
    CONTROL_IN_BLOCK("E018", "a control statement in the block of a step"),
    /** An {@code else} stands behind the body of an {@code if}. */
    ELSE_WITHOUT_IF("E019", "an 'else' without an 'if'"),
    /** {@code a..b..c} has no meaning. */
    CHAINED_RANGE("E020", "a range with more than two ends"),
    /** {@code a == not b} would be read in two ways. */
    NOT_WITHOUT_PARENTHESES("E021", "a 'not' that needs parentheses"),
    /** {@code 2(x)}, {@code (a)(b)}. */
    NOT_A_FUNCTION("E022", "a call of something that is not a name"),
    /** See the limits in {@link Parser}. */
    TOO_DEEP("E023", "expressions or blocks that are nested too deeply"),
    /** The {@code winnow N} of a macro names a version of the language that this program does not know. */
    UNKNOWN_VERSION("E024", "a version of the language that is not known"),
    /** {@code winnow N} stands at the head of a file or not at all. */
    MISPLACED_VERSION("E025", "a 'winnow' that is not the first statement");

    private final String code;
    private final String meaning;

    SyntaxCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Returns the stable code, such as {@code E002}. */
    public String code() {
        return code;
    }

    /** Returns what it is about, without a full stop. */
    public String meaning() {
        return meaning;
    }
}
