package hep.winnow.neural.train;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.run.Workers;
import hep.winnow.neural.layer.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The same training several times, each from a random stream of its own (Lakshminarayanan, Pritzel and Blundell 2017). Members are trained beside each other on the run's threads. The first has the numbers of a training
 * without an ensemble.
 */
public final class Ensemble {
    private Ensemble() {}

    /** Trains {@code members} times, at least 1, and returns what each keeps. What is told of an epoch is the mean over the members; those that have stopped count with their last epoch, and the best epoch is the median of theirs. */
    public static List<Parameters> train(Course course, Assignment assignment, TrainingContext context, int members) {
        if (members == 1) {
            return List.of(new Trainer(course, assignment, context).run());
        }
        List<MemberContext> contexts = IntStream.range(0, members)
                .mapToObj(k -> new MemberContext(context, k))
                .toList();
        Parameters[] found = new Parameters[members];
        // Events that do not lie in memory leave room for the window of one member at a time.
        Workers workers = assignment.train().isInMemory() ? context.workers() : Workers.sequential();
        workers.forEach(members, k -> found[k] = new Trainer(course, assignment, contexts.get(k)).run());
        tell(course, contexts, context);
        return List.of(found);
    }

    private static void tell(Course course, List<MemberContext> members, TrainingContext context) {
        members.get(0).warnings().forEach(context::warn);
        int longest = members.stream().mapToInt(m -> m.reports().size()).max().orElse(0);
        for (int epoch = 1; epoch <= longest; epoch++) {
            List<EpochReport> reports = new ArrayList<>();
            for (MemberContext member : members) {
                reports.add(
                        member.reports().get(Math.min(epoch, member.reports().size()) - 1));
            }
            context.epoch(
                    new EpochReport(
                            epoch,
                            mean(reports, EpochReport::trainLoss),
                            mean(reports, EpochReport::validLoss),
                            mean(reports, EpochReport::trainAuc),
                            mean(reports, EpochReport::validAuc),
                            mean(reports, EpochReport::trainAccuracy),
                            mean(reports, EpochReport::validAccuracy),
                            meanGradients(reports)),
                    course.epochs());
        }
        int[] best = members.stream().mapToInt(MemberContext::best).sorted().toArray();
        context.bestEpoch(best[best.length / 2]);
    }

    private static List<Double> meanGradients(List<EpochReport> reports) {
        return IntStream.range(0, reports.get(0).gradients().size())
                .mapToObj(l -> mean(reports, r -> r.gradients().get(l)))
                .toList();
    }

    private static double mean(List<EpochReport> reports, ToDoubleFunction<EpochReport> of) {
        return reports.stream().mapToDouble(of).sum() / reports.size();
    }
}
