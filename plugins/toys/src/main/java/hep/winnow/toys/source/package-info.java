/** Events that are made block by block, each block from a stream of random numbers of its own. */
@NullMarked
package hep.winnow.toys.source;

import org.jspecify.annotations.NullMarked;
