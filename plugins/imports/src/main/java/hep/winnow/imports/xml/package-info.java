/** Small trees of XML elements. */
@NullMarked
package hep.winnow.imports.xml;

import org.jspecify.annotations.NullMarked;
