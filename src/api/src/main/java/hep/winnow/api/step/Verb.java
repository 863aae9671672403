package hep.winnow.api.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the verb that a record of options stands for. With the annotations on the record's components this is the whole
 * declaration of a step: statement, checks, help, completion and echo all come from it.
 *
 * <p>A component's type says how its text is read:
 *
 * <table>
 * <caption>component types</caption>
 * <tr><td>{@code double}, {@code int}, {@code long}, {@code boolean}</td><td>a constant expression; units and params allowed</td></tr>
 * <tr><td>{@code String}</td><td>a string</td></tr>
 * <tr><td>an enum</td><td>a word: the constant's name in lower case</td></tr>
 * <tr><td>a sealed interface of records that carry {@link Choice}</td><td>{@code adam} or {@code adam(rate=1e-3)}</td></tr>
 * <tr><td>{@link Interval}</td><td>{@code 0..300}</td></tr>
 * <tr><td>{@link EventExpression}</td><td>a number or condition per event: a column, a define, a model, or a formula of them</td></tr>
 * <tr><td>{@link Scope}</td><td>which events: a sample, a region, a part of a split</td></tr>
 * <tr><td>{@link ModelRef}</td><td>the name of a trained model</td></tr>
 * <tr><td>{@link OutputFile}</td><td>a file to write, relative to the run's out folder</td></tr>
 * <tr><td>{@link InputFile}</td><td>a file to read, relative to the macro</td></tr>
 * <tr><td>{@link ColumnName}</td><td>the name of a column that is read</td></tr>
 * <tr><td>{@code List<T>}</td><td>{@code [a, b]}, or one {@code a}</td></tr>
 * <tr><td>{@code Optional<T>}</td><td>a {@code T} or nothing</td></tr>
 * </table>
 *
 * <p>A compact constructor checks what goes beyond bounds and throws {@link IllegalArgumentException} with one line that says
 * what was found and what was expected; the user sees it at the statement's place.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Verb {
    /** The verb, such as {@code roc}. For steps that share a verb ({@code train}, {@code toy}) see {@link #kind()}. */
    String value();

    /** The word that tells steps of one verb apart: {@code mlp} in {@code train nn = mlp}. Empty for a verb of one step. */
    String kind() default "";

    /** What it does, in one sentence that stands alone; further sentences may follow. */
    String doc();

    /** Whole statements that show its use. */
    String[] examples() default {};

    /** Names of the numbers that {@code NAME.field} can ask for when the statement has a name. */
    String[] fields() default {};

    /** What the same is called in other programs; of steps that share a verb, what the kind is called. Whoever writes it is told the name here. */
    String[] alsoKnownAs() default {};
}
