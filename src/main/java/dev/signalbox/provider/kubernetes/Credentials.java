package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.BasicLogin;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ExecPlugin;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who we are to the cluster at this moment. A credential program runs once for all who wait for it, whatever comes of it, and
/// again when its credential is about to end or was refused.
final class Credentials {

    private final ClusterAccess access;
    private final Consent consent;
    private final ExecRunner runner;
    private final InstantSource clock;
    private final Consumer<List<String>> learned;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicInteger fetches = new AtomicInteger();
    private @Nullable ExecCredential cached;
    private @Nullable IOException failed;
    private volatile List<String> known = List.of();

    Credentials(ClusterAccess access, Consent consent, ExecRunner runner, InstantSource clock) {
        this(access, consent, runner, clock, secrets -> {});
    }

    /// @param learned told every token before it is sent for the first time
    Credentials(
            ClusterAccess access, Consent consent, ExecRunner runner, InstantSource clock,
            Consumer<List<String>> learned) {
        this.learned = learned;
        this.access = access;
        this.consent = consent;
        this.runner = runner;
        this.clock = clock;
    }

    /// @param headers name and value, names may repeat
    /// @param certificate for the TLS handshake
    record Current(List<Header> headers, ClusterAccess.@Nullable Certificate certificate) {

        @Override
        public String toString() {
            return "credentials";
        }
    }

    record Header(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// @throws RemoteFailure when there is no credential to send; nothing has left this machine then
    Current now() throws RemoteFailure {
        ClusterAccess.Identity identity = access.identity();
        List<Header> headers = new ArrayList<>(impersonation(access.impersonation()));
        List<String> secrets = new ArrayList<>();
        ClusterAccess.Certificate certificate = identity.certificate();
        Secret token = token(identity);
        if (token == null && identity.login() == null && identity.plugin() != null) {
            ExecCredential fetched = fromPlugin(identity.plugin());
            token = fetched.token();
            certificate = fetched.certificate() == null ? certificate : fetched.certificate();
        }
        if (token != null) {
            headers.add(new Header("Authorization", "Bearer " + token.reveal()));
            secrets.add(token.reveal());
        } else if (identity.login() instanceof BasicLogin(String user, Secret password)) {
            byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
            headers.add(new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
            secrets.add(password.reveal());
        }
        if (!known.equals(secrets)) {
            known = List.copyOf(secrets);
            // A password may be a word that stands in every text.
            if (token != null) {
                learned.accept(known);
            }
        }
        return new Current(List.copyOf(headers), certificate);
    }

    /// Secrets that were sent last: what must not appear in any message.
    List<String> known() {
        return known;
    }

    /// The server refused the credential: the next request fetches a new one where that is possible.
    ///
    /// @return whether a new one can be fetched
    boolean refused() {
        turn.lock();
        try {
            boolean fetched = cached != null;
            cached = null;
            return fetched || access.identity().tokenFile() != null;
        } finally {
            turn.unlock();
        }
    }

    private static @Nullable Secret token(ClusterAccess.Identity identity) throws RemoteFailure {
        try {
            return identity.currentToken();
        } catch (IOException e) {
            throw problem(SafeText.line(String.valueOf(e.getMessage()), 300));
        }
    }

    private ExecCredential fromPlugin(ExecPlugin plugin) throws RemoteFailure {
        if (!consent.allows(plugin.file(), plugin.command(), plugin.hash())) {
            throw problem("The kubeconfig " + plugin.file().getFileName() + " wants to run the program "
                    + SafeText.line(plugin.command(), 100) + " for credentials; allow it first, by its fingerprint "
                    + plugin.hash());
        }
        try {
            int before = fetches.get();
            turn.lockInterruptibly();
            try {
                ExecCredential ready = cached;
                if (ready == null || !ready.isFreshAt(clock.instant())) {
                    if (fetches.get() != before && failed != null) {
                        throw failed;
                    }
                    ready = fetch(plugin);
                    cached = ready;
                }
                return ready;
            } finally {
                turn.unlock();
            }
        } catch (IOException e) {
            throw problem(SafeText.line(String.valueOf(e.getMessage()), 600));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure(new RemoteProblem.Unreachable("Stopped", RemoteProblem.Sent.NOTHING));
        }
    }

    private ExecCredential fetch(ExecPlugin plugin) throws IOException, InterruptedException {
        try {
            failed = null;
            return runner.run(plugin, access);
        } catch (IOException e) {
            failed = e;
            throw e;
        } finally {
            fetches.incrementAndGet();
        }
    }

    private static RemoteFailure problem(String sentence) {
        return new RemoteFailure(new RemoteProblem.Unauthorized(sentence));
    }

    private static List<Header> impersonation(Impersonation as) {
        List<Header> headers = new ArrayList<>();
        if (!as.user().isEmpty()) {
            headers.add(new Header("Impersonate-User", as.user()));
        }
        if (!as.uid().isEmpty()) {
            headers.add(new Header("Impersonate-Uid", as.uid()));
        }
        as.groups().forEach(group -> headers.add(new Header("Impersonate-Group", group)));
        as.extra().forEach((key, values) -> values.forEach(value -> headers.add(new Header(
                "Impersonate-Extra-" + URLEncoder.encode(key, StandardCharsets.UTF_8), value))));
        return headers;
    }
}
