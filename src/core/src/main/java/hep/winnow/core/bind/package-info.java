/** From a parsed statement and a schema to a step: every option converted, checked and named. */
@NullMarked
package hep.winnow.core.bind;

import org.jspecify.annotations.NullMarked;
