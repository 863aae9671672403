package hep.winnow.core.remote;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.step.InputFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which web servers may be asked. A server is a scheme, a name, and a port where it is not the usual one: {@code https://example.org}, {@code http://localhost:8000}.
 */
public final class Hosts {
    /** All of them. */
    public static final Hosts ALL = new Hosts(Optional.empty());

    /** None. */
    public static final Hosts NONE = new Hosts(Optional.of(Set.of()));

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Optional<Set<String>> names;

    private Hosts(Optional<Set<String>> names) {
        this.names = names.map(Set::copyOf);
    }

    /**
     * Returns these servers and others. Where all may be asked, it stays so.
     *
     * @param more addresses of servers, or of anything on them
     * @throws UserError if one is no address
     */
    public Hosts and(List<String> more) {
        return new Hosts(names.map(old -> {
            Set<String> all = new TreeSet<>(old);
            more.forEach(text -> all.add(nameOf(uri(text))));
            return all;
        }));
    }

    /** Tells whether the server of an address may be asked. */
    public boolean contains(URI address) {
        return names.isEmpty() || names.get().contains(nameOf(address));
    }

    /** Returns the servers by name, sorted; none where all may be asked. */
    public List<String> names() {
        return names.stream().flatMap(Set::stream).sorted().toList();
    }

    /** Returns the name of the server of an address. */
    public static String nameOf(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        int port = address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT)
                + (port < 0 || port == usual ? "" : ":" + port);
    }

    /**
     * Returns the address that a text is.
     *
     * @throws UserError if it is none
     */
    static URI uri(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw UserError.macro(
                            "'" + text + "' is no web address: " + e.getReason() + " at character "
                                    + (e.getIndex() + 1),
                            "write a space as %20, and other odd characters alike")
                    .because(e);
        }
        if (!InputFile.isAddress(text) || uri.getHost() == null) {
            throw UserError.macro(
                    "'" + text + "' is no web address",
                    "write it as https://SERVER/FOLDER/FILE, of a server http or https");
        }
        if (uri.getRawUserInfo() != null) {
            throw UserError.macro(
                    "the address of a file on " + uri.getHost() + " holds the name of a user",
                    "files that need a password cannot be read from a server: download them first");
        }
        return uri;
    }
}
