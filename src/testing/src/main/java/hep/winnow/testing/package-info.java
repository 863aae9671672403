/** What tests of several plugins need: tables at random, written and read whole. */
@NullMarked
package hep.winnow.testing;

import org.jspecify.annotations.NullMarked;
