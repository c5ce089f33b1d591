package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.settings.diagnostics.Report;
import dev.signalbox.ui.words.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The report for whoever helps. Everything in it goes through the redaction, also what should hold no secret.
///
/// @param redaction knows the tokens that are in use
record Diagnostics(
        Machine machine, Folders folders, Supplier<ConsoleState> state, OwnLog log, Supplier<Redaction> redaction)
        implements Report {

    private static final int FRAMES = 12;

    @Override
    public List<Part> gather() {
        ConsoleState now = state.get();
        Redaction hide = redaction.get();
        return List.of(
                new Part("about.txt", hide.hide(about())),
                new Part("configuration.txt", hide.hide(configuration())),
                new Part("connections.txt", hide.hide(connections(now))),
                new Part("counts.txt", hide.hide(counts(now))),
                new Part("log.txt", hide.hide(String.join("\n", log.lines()))),
                new Part("threads.txt", hide.hide(threads())));
    }

    @Override
    public void save(List<Part> parts, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private String about() {
        Runtime runtime = Runtime.getRuntime();
        List<String> lines = new ArrayList<>();
        lines.add(AboutThis.here().product());
        lines.addAll(AboutThis.runsOn());
        lines.add("Put together " + machine.clock().instant());
        lines.add("Runs for " + Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()).toSeconds() + " s");
        lines.add("Processors " + runtime.availableProcessors());
        lines.add("Memory used " + ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " MB of "
                + (runtime.maxMemory() >> 20) + " MB");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            lines.add(collector.getName() + ": " + collector.getCollectionCount() + " times, "
                    + collector.getCollectionTime() + " ms");
        }
        lines.add("Language " + Locale.getDefault() + ", time zone " + ZoneId.systemDefault());
        lines.add("Data " + folders.data());
        lines.add("Cache " + folders.cache());
        lines.add("Settings " + folders.settings());
        return String.join("\n", lines);
    }

    /// The console's own files of settings; no token lies in any of them.
    private String configuration() {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folders.settings())) {
            for (Path file : files.filter(Diagnostics::isSettings).sorted().toList()) {
                all.append(file).append('\n').append(Files.readString(file).indent(4)).append('\n');
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            all.append("The settings cannot be read.");
        }
        return all.isEmpty() ? "Nothing was set here." : all.toString();
    }

    private static boolean isSettings(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".properties") || name.equals(OwnConfig.FILE));
    }

    private static String connections(ConsoleState now) {
        StringBuilder all = new StringBuilder();
        now.connections().values().stream().sorted(Comparator.comparing(Connection::id)).forEach(c -> {
            all.append(c.id().name()).append(" · ").append(c.kind()).append(" · ").append(c.address()).append(" · ")
                    .append(c.lamp()).append('\n');
            all.append("    answered ").append(c.freshAt() == null ? "never" : c.freshAt()).append('\n');
            RemoteProblem problem = c.problem();
            if (problem != null) {
                Instant at = c.freshAt() == null ? Instant.EPOCH : c.freshAt();
                all.append("    ").append(Problems.sentence(problem, at)).append('\n');
            }
            ApiBudget budget = c.budget();
            if (budget != null) {
                all.append("    requests left ").append(budget.remaining()).append(" of ").append(budget.limit())
                        .append(", read ").append(budget.readAt()).append('\n');
            }
        });
        all.append("vault ").append(now.vault().kind()).append(' ').append(now.vault().problem()).append('\n');
        if (!now.journalProblem().isEmpty()) {
            all.append("journal ").append(now.journalProblem()).append('\n');
        }
        now.boardProblems().forEach(problem -> all.append("board ").append(problem).append('\n'));
        return all.toString();
    }

    private static String counts(ConsoleState now) {
        Map<String, Integer> counts = new TreeMap<>(Map.of(
                "repositories", now.repositories().size(), "runs", now.runs().size(), "workloads",
                now.workloads().size(), "services described", now.described().services().size(), "environments",
                now.described().environments().size(), "actions", now.actions().size(), "drafts", now.drafts().size(),
                "logs", now.logs().size(), "results", now.results().size(), "pasts", now.past().runs().size()));
        StringBuilder all = new StringBuilder("state " + now.version() + "\n");
        counts.forEach((name, count) -> all.append(name).append(' ').append(count).append('\n'));
        return all.toString();
    }

    private static String threads() {
        StringBuilder all = new StringBuilder();
        Thread.getAllStackTraces().entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().getName()))
                .forEach(e -> {
                    all.append(e.getKey().getName()).append(" · ").append(e.getKey().getState()).append('\n');
                    for (int i = 0; i < Math.min(FRAMES, e.getValue().length); i++) {
                        all.append("    ").append(e.getValue()[i]).append('\n');
                    }
                });
        return all.toString();
    }
}
