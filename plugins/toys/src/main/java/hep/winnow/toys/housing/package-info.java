/** A market of houses, for regressions with columns of many kinds. */
@NullMarked
package hep.winnow.toys.housing;

import org.jspecify.annotations.NullMarked;
