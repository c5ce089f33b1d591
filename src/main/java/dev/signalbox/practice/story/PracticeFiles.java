package dev.signalbox.practice.story;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The two files that a console needs beside an address and a token: the board and the kubeconfig.
final class PracticeFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PracticeFiles() {}

    static String board(List<ServiceStory> services) {
        StringBuilder text = new StringBuilder("""
                version: 1
                environments:
                  - name: development
                  - name: staging
                  - name: production
                    production: true
                services:
                """);
        for (ServiceStory service : services) {
            text.append("  - name: ").append(service.name()).append('\n');
            text.append("    group: ").append(service.group()).append('\n');
            if (Catalogue.isOnGitLab(service)) {
                text.append("    repository: GitLab:acme/platform/").append(service.name()).append('\n');
            } else {
                text.append("    repository: acme/").append(service.name()).append('\n');
                text.append("    build: ci.yml\n    deploy: release.yml\n");
            }
            text.append("    targets:\n");
            for (String environment : Catalogue.ENVIRONMENTS) {
                Target target = Target.of(service, environment);
                text.append("      ").append(environment).append(": {cluster: ").append(target.cluster())
                        .append(", namespace: ").append(target.namespace())
                        .append(", workload: ").append(target.workload()).append("}\n");
            }
        }
        return text.toString();
    }

    /// A kubeconfig with one context a cluster, named like the cluster.
    ///
    /// @param tokens by cluster
    static String kubeconfig(Map<String, URI> clusters, Map<String, String> tokens) {
        List<String> names = clusters.keySet().stream().sorted().toList();
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Config\npreferences: {}\n");
        text.append("current-context: ").append(Target.STAGING_CLUSTER).append("\nclusters:\n");
        names.forEach(name -> text.append("  - name: ").append(name)
                .append("\n    cluster:\n      server: ").append(clusters.get(name)).append('\n'));
        text.append("users:\n");
        names.forEach(name -> text.append("  - name: ").append(name).append("-release-mgr")
                .append("\n    user:\n      token: ").append(tokens.get(name)).append('\n'));
        text.append("contexts:\n");
        names.forEach(name -> text.append("  - name: ").append(name)
                .append("\n    context:\n      cluster: ").append(name)
                .append("\n      user: ").append(name).append("-release-mgr")
                .append("\n      namespace: ").append(namespace(name)).append('\n'));
        return text.toString();
    }

    /// The same with the tokens in the addresses, where the practice clusters take them too.
    static String kubeconfigForKubectl(Map<String, URI> clusters, Map<String, String> tokens) {
        Map<String, URI> addresses = new HashMap<>();
        clusters.forEach((name, address) -> addresses.put(name, URI.create(address + "/as/" + tokens.get(name))));
        return kubeconfig(addresses, tokens);
    }

    private static String namespace(String cluster) {
        return cluster.equals(Target.PRODUCTION_CLUSTER) ? Catalogue.PRODUCTION : Catalogue.STAGING;
    }

    /// Writes a file that nobody else may read, in one step.
    static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "not a place for a file");
        }
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(folder, ".practice", ".tmp", attributes);
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
