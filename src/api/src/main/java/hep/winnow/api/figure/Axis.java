package hep.winnow.api.figure;

import hep.winnow.api.step.Interval;
import java.util.Optional;

/**
 * An axis of a figure.
 *
 * @param title what it shows, without the unit; {@code p_{T}} and {@code x^{2}} are set low and high
 * @param unit shown in brackets behind the title; may be empty
 * @param range what is shown; chosen to fit if empty
 * @param isLog whether it is logarithmic; then what is not positive is not drawn
 */
public record Axis(String title, String unit, Optional<Interval> range, boolean isLog) {
    /** Returns a linear axis whose range fits what is drawn. */
    public static Axis of(String title, String unit) {
        return new Axis(title, unit, Optional.empty(), false);
    }

    /** Returns a linear axis from {@code low} to {@code high}. */
    public static Axis of(String title, String unit, double low, double high) {
        return new Axis(title, unit, Optional.of(new Interval(low, high)), false);
    }
}
