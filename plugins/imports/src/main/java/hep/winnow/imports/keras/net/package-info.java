/** Nets of layers on the numbers of events: what they compute, in floats by the kernels and in doubles one event at a time. */
@NullMarked
package hep.winnow.imports.keras.net;

import org.jspecify.annotations.NullMarked;
