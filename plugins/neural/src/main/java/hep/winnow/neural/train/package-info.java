/**
 * The course of a training. A {@link hep.winnow.neural.train.Trainer} carries out a {@link hep.winnow.neural.train.Course}, the options that all networks share ({@code @Inline Course course} in a step), for an {@link
 * hep.winnow.neural.train.Assignment}: a network, its head, events and objectives. It returns the parameters to keep:
 *
 * <pre>{@code
 * Head head = Head.of(train, loss);
 * Assignment assignment = Assignment.of(network, Init.GLOROT, loss, head, train, valid);
 * Parameters parameters = new Trainer(course, assignment, context).run();
 * return new NetworkModel("mlp", network, parameters, head);
 * }</pre>
 *
 * <p>It reports each epoch, stops early, and keeps and reads checkpoints. {@link hep.winnow.neural.train.Ensemble} does so several times. Whoever has a course of its own, such as two networks that play against each other, uses a {@link
 * hep.winnow.neural.layer.BatchPass} and an {@link hep.winnow.neural.optimise.Optimiser} per network instead.
 *
 * <p>A step with a {@code Course} must hand on {@link hep.winnow.neural.train.Course#warm()} by {@link hep.winnow.api.step.TrainStep#warm()}: the course alone is not asked.
 */
@NullMarked
package hep.winnow.neural.train;

import org.jspecify.annotations.NullMarked;
