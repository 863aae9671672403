@NullMarked
package hep.winnow.report;

import org.jspecify.annotations.NullMarked;
