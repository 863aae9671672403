/** Help that is made of the schemas. */
@NullMarked
package hep.winnow.app.doc;

import org.jspecify.annotations.NullMarked;
