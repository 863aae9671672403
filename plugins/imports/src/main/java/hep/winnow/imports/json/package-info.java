/** Trees of JSON values, from JSON and from UBJSON. */
@NullMarked
package hep.winnow.imports.json;

import org.jspecify.annotations.NullMarked;
