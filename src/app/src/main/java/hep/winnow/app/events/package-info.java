/** Commands that look at files of events. */
@NullMarked
package hep.winnow.app.events;

import org.jspecify.annotations.NullMarked;
