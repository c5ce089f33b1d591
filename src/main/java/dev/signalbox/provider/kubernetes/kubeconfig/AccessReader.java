package dev.signalbox.provider.kubernetes.kubeconfig;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.BasicLogin;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Certificate;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import dev.signalbox.provider.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a cluster and a user of a kubeconfig into access, by kubectl's rules. What cannot be honoured is refused,
/// never left out: an ignored `as` or `tls-server-name` would act as somebody else or trust somebody else.
final class AccessReader {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private AccessReader() {}

    static ClusterAccess read(Part cluster, @Nullable Part user) throws Refusal {
        URI server = server(cluster);
        Identity identity = user == null ? Identity.ANONYMOUS : identity(user);
        if (server.getScheme().equals("http") && identity.sendsSecrets() && !isHere(server)) {
            throw cluster.refuse(cluster.body(), "server begins with http://, so a credential would travel in clear; "
                    + "use https://");
        }
        Impersonation as = user == null ? Impersonation.NONE : impersonation(user);
        return new ClusterAccess(server, trust(cluster), proxy(cluster), identity, as, cluster.file());
    }

    private static URI server(Part cluster) throws Refusal {
        URI uri = uri(cluster, "server");
        if (uri == null) {
            throw cluster.refuse(cluster.body(), "has no server");
        }
        if (!Set.of("http", "https").contains(uri.getScheme()) || uri.getRawQuery() != null) {
            throw cluster.refuse(cluster.body(), "server should look like https://host:6443");
        }
        String text = uri.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static Trust trust(Part cluster) throws Refusal {
        String authorities = cluster.pem("certificate-authority");
        String name = cluster.text("tls-server-name");
        boolean anything = cluster.flag("insecure-skip-tls-verify");
        if (anything && !authorities.isEmpty()) {
            throw cluster.refuse(
                    cluster.body(), "certificate-authority and insecure-skip-tls-verify exclude each other");
        }
        return new Trust(authorities.isEmpty() ? null : authorities, name.isEmpty() ? null : name, anything);
    }

    private static @Nullable URI proxy(Part cluster) throws Refusal {
        URI uri = uri(cluster, "proxy-url");
        if (uri == null) {
            return null;
        }
        if (!uri.getScheme().equals("http")) {
            throw cluster.refuse(cluster.body(), "proxy-url begins with " + SafeText.line(uri.getScheme(), 20)
                    + "://, but only http:// proxies are supported");
        }
        return uri;
    }

    private static @Nullable URI uri(Part cluster, String key) throws Refusal {
        String text = cluster.text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw cluster.refuse(cluster.body(), key + " is not an address");
            }
            if (uri.getRawUserInfo() != null) {
                throw cluster.refuse(cluster.body(), key + " may not hold a user name or password");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw cluster.refuse(cluster.body(), key + " is not an address");
        }
    }

    private static Identity identity(Part user) throws Refusal {
        if (user.part("auth-provider") != null) {
            throw user.refuse(user.body(),
                    "auth-provider was removed from Kubernetes 1.26; use an exec plugin or a token");
        }
        String token = user.text("token");
        String tokenFile = user.text("tokenFile");
        String name = user.text("username");
        String chain = user.pem("client-certificate");
        String key = user.pem("client-key");
        if (chain.isEmpty() != key.isEmpty()) {
            throw user.refuse(user.body(), "a client certificate needs both client-certificate and client-key");
        }
        Part exec = user.part("exec");
        return new Identity(
                token.isEmpty() ? null : new Secret(oneLine(user, token)),
                tokenFile.isEmpty() ? null : user.resolve(tokenFile, "tokenFile"),
                name.isEmpty() ? null : new BasicLogin(name, new Secret(user.text("password"))),
                chain.isEmpty() ? null : new Certificate(chain, new Secret(key)),
                exec == null ? null : plugin(exec));
    }

    private static String oneLine(Part user, String token) throws Refusal {
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw user.refuse(user.body(), "token holds characters that no token has");
        }
        return token;
    }

    private static ExecPlugin plugin(Part exec) throws Refusal {
        String command = exec.text("command");
        if (command.isEmpty() || command.indexOf('\0') >= 0) {
            throw exec.refuse(exec.body(), "exec has no command");
        }
        String version = exec.text("apiVersion");
        if (!Set.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1").contains(version)) {
            throw exec.refuse(exec.body(), "exec speaks “" + SafeText.line(version, 60)
                    + "”; supported are client.authentication.k8s.io/v1 and v1beta1");
        }
        if (exec.text("interactiveMode").equals("Always")) {
            throw exec.refuse(exec.body(),
                    "exec asks questions on a terminal (interactiveMode: Always), and there is none");
        }
        Map<String, Secret> env = new LinkedHashMap<>();
        for (Part entry : exec.parts("env")) {
            String name = entry.text("name");
            if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
                throw exec.refuse(entry.body(), "exec sets an environment variable without a proper name");
            }
            env.put(name, new Secret(entry.text("value")));
        }
        return new ExecPlugin(
                exec.file(), command, exec.texts("args"), env, version, exec.flag("provideClusterInfo"),
                SafeText.lines(exec.text("installHint"), 500));
    }

    private static Impersonation impersonation(Part user) throws Refusal {
        Map<String, List<String>> extra = new LinkedHashMap<>();
        Part extras = user.part("as-user-extra");
        if (extras != null) {
            for (Map.Entry<String, YamlNode> entry : extras.body().entries().entrySet()) {
                extra.put(entry.getKey().toLowerCase(Locale.ROOT), extras.texts(entry.getKey()));
            }
        }
        Impersonation as =
                new Impersonation(user.text("as"), user.text("as-uid"), user.texts("as-groups"), Map.copyOf(extra));
        boolean more = !as.uid().isEmpty() || !as.groups().isEmpty() || !as.extra().isEmpty();
        if (as.user().isEmpty() && more) {
            throw user.refuse(user.body(), "as-uid, as-groups and as-user-extra need a user in as");
        }
        return as;
    }

    private static boolean isHere(URI server) {
        return HERE.contains(server.getHost().toLowerCase(Locale.ROOT));
    }
}
