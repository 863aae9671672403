package hep.winnow.core.lang;

/** The kinds of {@link Token}. */
enum TokenKind {
    NAME,
    QUOTED_NAME,
    NUMBER,
    STRING,
    KEYWORD,
    TRUE,
    FALSE,
    AND,
    OR,
    NOT,
    PLUS,
    MINUS,
    STAR,
    SLASH,
    PERCENT,
    CARET,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    EQUAL,
    NOT_EQUAL,
    RANGE,
    DOT,
    COMMA,
    COLON,
    QUESTION,
    ASSIGN,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    LEFT_BRACE,
    RIGHT_BRACE,
    NEWLINE,
    END;

    /** Tells whether an expression may begin with it. */
    boolean startsExpression() {
        return switch (this) {
            case NAME, QUOTED_NAME, NUMBER, STRING, TRUE, FALSE, NOT, MINUS, LEFT_PAREN, LEFT_BRACKET -> true;
            default -> false;
        };
    }

    /** Tells whether an expression may end with it. */
    boolean endsExpression() {
        return switch (this) {
            case NAME, QUOTED_NAME, NUMBER, STRING, TRUE, FALSE, RIGHT_PAREN, RIGHT_BRACKET -> true;
            default -> false;
        };
    }

    /** Tells whether the line of a statement ends before it, but for a block. */
    boolean endsLine() {
        return this == NEWLINE || this == END || this == LEFT_BRACE || this == RIGHT_BRACE;
    }
}
