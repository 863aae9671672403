package hep.winnow.core.run;

import hep.winnow.api.run.RunRecord;
import java.nio.file.Path;

/**
 * How a run ended.
 *
 * @param record what happened
 * @param out folder of its files
 * @param failedExpectations how many {@code expect} were false
 */
public record RunResult(RunRecord record, Path out, int failedExpectations) {}
