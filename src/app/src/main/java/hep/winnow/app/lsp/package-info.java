/** The language server: what editors ask while one writes a macro. */
@NullMarked
package hep.winnow.app.lsp;

import org.jspecify.annotations.NullMarked;
