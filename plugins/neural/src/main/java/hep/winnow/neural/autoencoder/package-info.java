/** The autoencoder: a network that learns to tell its inputs through a bottleneck, and finds strange what it cannot. */
@NullMarked
package hep.winnow.neural.autoencoder;

import org.jspecify.annotations.NullMarked;
