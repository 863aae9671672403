@NullMarked
package hep.winnow.app.events;

import org.jspecify.annotations.NullMarked;
