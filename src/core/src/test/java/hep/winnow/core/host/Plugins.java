package hep.winnow.core.host;

import hep.winnow.api.Plugin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A class path with the plugin of the tests on it. */
final class Plugins {
    private static final String SERVICE = "META-INF/services/" + Plugin.class.getName();

    private Plugins() {}

    static ClassLoader loader() {
        return new ClassLoader(Plugins.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals(SERVICE)
                        ? Collections.enumeration(List.of(text("hep.winnow.core.testing.TestPlugin\n")))
                        : super.getResources(name);
            }
        };
    }

    private static URL text(String content) throws MalformedURLException {
        return new URL(null, "text:plugin", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public java.io.InputStream getInputStream() {
                        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                    }
                };
            }
        });
    }
}
