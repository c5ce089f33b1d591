package dev.signalbox.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What runs in the other process where the system hands links to a process that runs: one while the first window is
/// still the welcome, and one when the board has come, by way of practice.
final class HandedRounds {

    private final GoingRounds going;
    private final CompletableFuture<Consumer<String>> system = new CompletableFuture<>();

    private HandedRounds(Path folder) {
        going = new GoingRounds(folder);
    }

    public static void main(String... arguments) throws Exception {
        HandedRounds handed = new HandedRounds(Path.of(arguments[0]));
        Hearing hearing = new Hearing(handed::hear, rest -> {});
        handed.going.run(new Way.Own(), "", hearing, handed::go);
    }

    private void hear(Consumer<String> heard) {
        if (!system.complete(heard)) {
            throw new IllegalStateException("the system takes one who hears");
        }
    }

    private void go() throws IOException, InterruptedException {
        going.await("welcome-practise", n -> true);
        system.join().accept("signalbox://runs");
        going.linked();
        system.join().accept("signalbox://approvals");
        going.await("approvals", n -> true);
        System.out.println("approvals: true");
        going.close();
    }
}
