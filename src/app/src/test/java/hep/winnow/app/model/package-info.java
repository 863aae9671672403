@NullMarked
package hep.winnow.app.model;

import org.jspecify.annotations.NullMarked;
