/** What tests of several parts of the reader need. */
@NullMarked
package hep.winnow.root.testing;

import org.jspecify.annotations.NullMarked;
