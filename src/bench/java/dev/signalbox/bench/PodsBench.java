package dev.signalbox.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The most memory that a console with its window takes while it watches 30 000 pods of a cluster that is a process of
/// its own: reading them, showing them, and ten seconds of what follows.
///
/// The baseline is the same console on a cluster without pods.
final class PodsBench implements Bench {

    private static final int PODS = 30_000;
    private static final int LIMIT_MEGABYTES = 500;

    /// The cluster keeps its pods as they are on the wire.
    private static final List<String> ROOM = List.of("-Xmx3g");

    @Override
    public String name() {
        return "cluster.pods-30000.rss";
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        // Fewer pods would be another question, so a quick run asks the same one, which it does once anyway.
        return new Measurement(resident(PODS), "MB", resident(0), new Limit.ValueAtMost(LIMIT_MEGABYTES));
    }

    private static double resident(int pods) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("signalbox-bench");
        Path kubeconfig = folder.resolve("kubeconfig");
        try (OwnProcess cluster = OwnProcess.start(
                "dev.signalbox.bench.ManyPods", ROOM, List.of(kubeconfig.toString(), String.valueOf(pods)))) {
            cluster.await("ready");
            List<String> arguments = List.of(
                    folder.resolve("console").toString(), kubeconfig.toString(), ManyPods.NAME, ManyPods.NAMESPACE,
                    String.valueOf(pods));
            try (OwnProcess console = OwnProcess.start("dev.signalbox.wiring.WatchedPods", List.of(), arguments)) {
                console.await("seen " + pods);
                return console.mostResident();
            }
        } finally {
            OwnProcess.delete(folder);
        }
    }
}
