package dev.signalbox.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What a rollback costs without anything around it: requests that end in a PATCH, and writes forced to the disk.
final class BareRollBack implements AutoCloseable {

    private static final int PAGE = 4096;
    private static final int PATIENCE_SECONDS = 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path file = Files.createTempFile("signalbox-bench", ".journal");
    private final FileChannel journal = FileChannel.open(file, StandardOpenOption.WRITE);
    private final Tap tap;
    private final URI workload;

    BareRollBack(ClusterSite site) throws IOException {
        tap = site.tap();
        workload = URI.create(site.address() + "/apis/apps/v1/namespaces/" + ClusterSite.NAMESPACE + "/deployments/"
                + ClusterSite.name(0));
    }

    /// @param requests how many, the PATCH included
    /// @param syncs how many forced writes
    /// @return nanoseconds until the PATCH was on the wire
    long run(int requests, int syncs) throws Exception {
        CompletableFuture<Long> patched = new CompletableFuture<>();
        tap.tell((line, nanos) -> {
            if (line.startsWith("PATCH ")) {
                patched.complete(nanos);
            }
        });
        long start = System.nanoTime();
        for (int i = 0; i < syncs; i++) {
            journal.write(ByteBuffer.allocate(PAGE));
            journal.force(false);
        }
        for (int i = 0; i < requests - 1; i++) {
            client.send(HttpRequest.newBuilder(workload).build(), BodyHandlers.ofByteArray());
        }
        client.send(
                HttpRequest.newBuilder(URI.create(workload + "?dryRun=All"))
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString("[]"))
                        .build(),
                BodyHandlers.ofByteArray());
        return patched.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - start;
    }

    @Override
    public void close() throws IOException {
        client.close();
        journal.close();
        Files.delete(file);
    }
}
