/** What is told to the user when something is wrong: values with a code, a place and a hint. */
@NullMarked
package hep.winnow.api.diagnostic;

import org.jspecify.annotations.NullMarked;
