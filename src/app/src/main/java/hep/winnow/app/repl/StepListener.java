package hep.winnow.app.repl;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.app.macro.RunDisplay;
import hep.winnow.core.run.RunListener;

/** Shows a step, and lets Ctrl-C end it: a training that has an epoch behind it keeps the best one, anything else is given up; so is a training at the second Ctrl-C. */
final class StepListener implements RunListener {
    private final RunDisplay display;
    private final Thread worker;
    private volatile boolean isTraining;
    private volatile boolean isStopWanted;

    /** Makes one for what the current thread does. */
    StepListener(RunDisplay display) {
        this.display = display;
        this.worker = Thread.currentThread();
    }

    /** Called by another thread on Ctrl-C. */
    void stop() {
        if (isTraining && !isStopWanted) {
            isStopWanted = true;
        } else {
            worker.interrupt();
        }
    }

    @Override
    public boolean stopsTraining() {
        return isStopWanted;
    }

    @Override
    public void epoch(String model, EpochReport report, int epochs) {
        isTraining = true;
        display.epoch(model, report, epochs);
    }

    @Override
    public void began(int line, String statement) {
        isTraining = false;
        isStopWanted = false;
        display.began(line, statement);
    }

    @Override
    public void text(int line, String text) {
        display.text(line, text);
    }

    @Override
    public void warning(int line, String message) {
        display.warning(line, message);
    }

    @Override
    public void reading(String sample, long events, long bytes, long totalBytes) {
        display.reading(sample, events, bytes, totalBytes);
    }

    @Override
    public void progressDone() {
        isTraining = false;
        display.progressDone();
    }
}
