package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The practice team's servers in a process of their own and a cluster with more services in another, and what a console needs
/// to connect to them as to real ones.
public final class PracticeServers implements AutoCloseable {

    private static final List<String> TOLD =
            List.of("github", "token", "gitlab", "token", "kubeconfig", "board");
    private static final String TOKEN = "BENCH_TOKEN";
    private static final String GITLAB_TOKEN = "BENCH_GITLAB_TOKEN";

    private final OwnProcess process;
    private final OwnProcess more;
    private final Map<String, String> environment;

    private PracticeServers(OwnProcess process, OwnProcess more, Map<String, String> environment) {
        this.process = process;
        this.more = more;
        this.environment = environment;
    }

    /// @param folder for the team's files and the configuration
    public static PracticeServers start(Path folder) throws IOException, InterruptedException {
        Path kubeconfig = folder.resolve("more.kubeconfig");
        OwnProcess more =
                OwnProcess.start("dev.signalbox.bench.MoreServices", List.of(), List.of(kubeconfig.toString()));
        try {
            more.await("ready");
            return start(folder, more, kubeconfig);
        } catch (IOException | InterruptedException | RuntimeException silent) {
            more.close();
            throw silent;
        }
    }

    private static PracticeServers start(Path folder, OwnProcess more, Path kubeconfig)
            throws IOException, InterruptedException {
        OwnProcess process = OwnProcess.start(
                "dev.signalbox.Main", List.of(),
                List.of("--practice-servers", "--data", folder.resolve("team").toString()));
        try {
            Map<String, String> told = new HashMap<>();
            for (int i = 0; i < TOLD.size(); i++) {
                // The second token is GitLab's.
                String key = TOLD.get(i) + (i == 3 ? "-gitlab" : "");
                told.put(key, process.await(TOLD.get(i)).substring(TOLD.get(i).length()).strip());
            }
            Path board = folder.resolve("board.yaml");
            Files.writeString(board, MoreServices.onBoard(Files.readString(Path.of(told.getOrDefault("board", "")))));
            told.put("board", board.toString());
            told.put("more", kubeconfig.toString());
            Path settings = Files.createDirectories(folder.resolve("config/signalbox"));
            Files.writeString(settings.resolve("console.yaml"), yaml(told));
            return new PracticeServers(process, more, Map.of(
                    "XDG_CONFIG_HOME", folder.resolve("config").toString(), "XDG_DATA_HOME",
                    folder.resolve("data").toString(), "XDG_CACHE_HOME", folder.resolve("cache").toString(), TOKEN,
                    told.getOrDefault("token", ""), GITLAB_TOKEN, told.getOrDefault("token-gitlab", "")));
        } catch (IOException | RuntimeException silent) {
            process.close();
            throw silent;
        }
    }

    /// What a user writes who connects to them.
    ///
    /// @param told what the servers say of themselves, by its first word
    static String yaml(Map<String, String> told) {
        return """
                version: 1
                github:
                  - name: GitHub
                    url: %s
                    token-env: %s
                    owners: [acme]
                gitlab:
                  - name: GitLab
                    url: %s
                    token-env: %s
                    groups: [acme/platform]
                clusters:
                  - name: staging-1
                    kubeconfig: %s
                    namespaces: [development, staging]
                  - name: prod-eu
                    kubeconfig: %s
                    namespaces: [production]
                  - name: %s
                    kubeconfig: %s
                    namespaces: [%s]
                board: %s
                """.formatted(
                told.get("github"), TOKEN, told.get("gitlab"), GITLAB_TOKEN, told.get("kubeconfig"),
                told.get("kubeconfig"), MoreServices.CLUSTER, told.get("more"),
                String.join(", ", MoreServices.ENVIRONMENTS), told.get("board"));
    }

    /// Where a console finds its settings, and in them the accounts; where the configuration says that the tokens are.
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
        more.close();
    }
}
