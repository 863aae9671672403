/** Steps and their schema: a record and its annotations are the one declaration of a verb of the macro language. */
@NullMarked
package hep.winnow.api.step;

import org.jspecify.annotations.NullMarked;
