/**
 * Layers, and networks made of them.
 *
 * <p>A {@link hep.winnow.neural.layer.Network} is a shape of inputs and a list of {@link hep.winnow.neural.layer.Layer}s: it knows the shapes in between and the blocks of numbers that are learnt, and holds none itself. {@link
 * hep.winnow.neural.layer.Parameters} are such numbers, or others that come one per parameter, such as a gradient. The way of events through a network is a {@link hep.winnow.neural.layer.ScoringPass} (buffers of one thread, no randomness) or a
 * {@link hep.winnow.neural.layer.BatchPass} (a whole batch there and back):
 *
 * <pre>{@code
 * Network network = new Network(Shape.flat(28), List.of(new Dense(64, new Activation.Relu()), new Dense(1, new Activation.Identity())));
 * Parameters parameters = network.zeros();
 * Init.GLOROT.fill(network, parameters, random.stream("init"));
 * BatchPass pass = new BatchPass(network, workers, false);
 * pass.step(parameters, rows, random.stream(t), (first, n, input) -> ..., (first, n, output, delta) -> ...);
 * optimiser.step(parameters, pass.gradient());
 * }</pre>
 *
 * <p>A batch is cut into shards of {@value hep.winnow.neural.layer.BatchPass#SHARD} events, whose gradients are added in order: the bits do not depend on the number of threads. Where networks are chained (a
 * discriminator behind a generator, a decoder behind an encoder), make the pass of the later one with {@code toInputs}, call {@code forward} of both, {@code backward} of the later, and hand its
 * {@link hep.winnow.neural.layer.BatchPass#inputGradient} to {@code backward} of the earlier. Between {@code forward} and {@code backward} all outputs of the batch are there, so that a loss may couple its events.
 *
 * <p>An event is a row of a {@link hep.winnow.kernels.FloatMatrix}. Images are kept channel last: number (y, x, c) of a shape height x width x channels stands at {@code (y·width + x)·channels + c}.
 */
@NullMarked
package hep.winnow.neural.layer;

import org.jspecify.annotations.NullMarked;
