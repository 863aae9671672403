/** Text for people: rounded numbers and tables, alike in all that a run prints. */
@NullMarked
package hep.winnow.api.text;

import org.jspecify.annotations.NullMarked;
