package dev.signalbox.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A cluster with one workload on loopback that outlives the consoles: `READ`, `BEAT`, `PATCH …` and `POST …`, a line each.
final class SmallServer implements AutoCloseable {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeWorkload workload = new FakeWorkload();
    private final List<String> changes = new ArrayList<>();

    SmallServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        workload.replicas = 1;
        workload.updated = 1;
        threads.execute(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Bodies of the changes that were applied.
    synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    synchronized String template() {
        return workload.template;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                threads.execute(() -> answer(one));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket one) {
        try (one) {
            var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line != null) {
                one.getOutputStream().write((answer(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The console died meanwhile; what it asked for is done nevertheless.
        }
    }

    private synchronized String answer(String line) {
        if (line.equals("READ")) {
            return workload.generation + " " + workload.observed + " " + workload.template + " " + workload.replicas
                    + " "
                    + workload.updated + " " + workload.lastChange.manager();
        }
        if (line.equals("BEAT")) {
            workload.beat();
            return "200";
        }
        if (line.startsWith("PATCH ")) {
            String body = line.substring("PATCH ".length());
            if (!workload.patch(body, "signalbox", NOON)) {
                return "409";
            }
            changes.add(body);
        }
        return "200";
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.close();
    }
}
