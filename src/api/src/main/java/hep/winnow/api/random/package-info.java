/** Random numbers that are the same on every machine, in named streams. */
@NullMarked
package hep.winnow.api.random;

import org.jspecify.annotations.NullMarked;
