package dev.signalbox.testing.faults;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Server keys for tests, from `src/test/resources/tls`.
public final class Keys {

    private Keys() {}

    /// TLS as a server with the named key speaks it.
    public static SSLContext of(String name) {
        char[] password = "changeit".toCharArray();
        try (InputStream in = Objects.requireNonNull(Keys.class.getResourceAsStream("/tls/" + name + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("no key " + name, e);
        }
    }
}
