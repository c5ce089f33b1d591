package dev.signalbox.provider.kubernetes.kubeconfig;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A program that a kubeconfig names for fetching credentials. Only a description: whoever runs it asks a person first.
/// Fields: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
///
/// @param file the kubeconfig that names it
/// @param command as written there; with a slash it is meant relative to the file's folder
/// @param env added to the environment; values may be secret
/// @param apiVersion of the answer that it is asked for
/// @param tellsCluster whether it wants to know which cluster it is asked for
/// @param installHint what the file says about where to get it
public record ExecPlugin(
        Path file,
        String command,
        List<String> args,
        Map<String, Secret> env,
        String apiVersion,
        boolean tellsCluster,
        String installHint) {

    /// The same for the same command line and environment: what a person agreed to.
    public String hash() {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            add(sum, command);
            args.forEach(arg -> add(sum, arg));
            env.forEach((name, value) -> {
                add(sum, name);
                add(sum, value.reveal());
            });
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(MessageDigest sum, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sum.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        sum.update((byte) ':');
        sum.update(bytes);
    }
}
