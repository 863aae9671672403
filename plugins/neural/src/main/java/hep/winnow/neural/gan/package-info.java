/**
 * The generative adversarial network: a generator makes events of noise, a discriminator tells them from real ones, and each learns from the other. {@link hep.winnow.neural.gan.Gan} is the verb, {@code Duel} one step of both,
 * {@code EnergyDistance} the judge of what comes out.
 */
@NullMarked
package hep.winnow.neural.gan;

import org.jspecify.annotations.NullMarked;
