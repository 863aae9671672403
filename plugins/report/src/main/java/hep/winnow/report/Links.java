package hep.winnow.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Links from the page to files beside it. */
final class Links {
    private Links() {}

    /** Returns a relative reference to a file of the out folder, with all that is special in a URI escaped. */
    static String toFile(String file) {
        String path = file.replace('\\', '/');
        try {
            return new URI(null, null, path.startsWith("/") ? path : "./" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
