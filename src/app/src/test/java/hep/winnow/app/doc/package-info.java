@NullMarked
package hep.winnow.app.doc;

import org.jspecify.annotations.NullMarked;
