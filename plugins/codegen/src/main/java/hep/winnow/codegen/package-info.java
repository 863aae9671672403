/** Models as source code that needs nothing else: Java and C++. */
@NullMarked
package hep.winnow.codegen;

import org.jspecify.annotations.NullMarked;
