package dev.signalbox.ui.shell;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.LogLink;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteEntry.Kind;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the palette finds in the state on its own: services, runs and their commits. Choosing one goes there.
final class StateEntries implements PaletteSource {

    private static final int RUNS_EACH = 8;

    private final Navigation navigation;

    StateEntries(Navigation navigation) {
        this.navigation = navigation;
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (ServiceSpec service : state.described().services()) {
            entries.add(new PaletteEntry(
                    Kind.SERVICE, safe(service.name()), safe(service.group()),
                    () -> navigation.go(new Place.AtService(service.name()))));
        }
        Set<String> commits = new HashSet<>();
        for (RepositoryState repository : state.repositories().values()) {
            repository.runs().or(List.of()).stream().limit(RUNS_EACH).forEach(run -> {
                entries.add(runEntry(run, now));
                if (commits.add(run.headSha())) {
                    entries.add(commitEntry(run));
                }
            });
        }
        return entries;
    }

    @Override
    public List<PaletteEntry> typed(String text) {
        return LogLink.parse(text).map(this::linkEntry).stream().toList();
    }

    private PaletteEntry linkEntry(LogLink link) {
        RunId run = link.job().run();
        return new PaletteEntry(
                Kind.RUN,
                link.line() == 0 ? "Open this log" : "Open this log at line " + link.line(),
                safe(run.repository().fullName() + " · run " + run.number() + " · job " + link.job().job()),
                () -> navigation.go(new Place.AtLog(link.job(), link.line())));
    }

    private PaletteEntry runEntry(Run run, Instant now) {
        return new PaletteEntry(
                Kind.RUN,
                safe(run.id().repository().name() + " · " + run.workflowName() + " #" + run.number()),
                safe(run.title() + " · " + Durations.ago(run.updatedAt(), now)),
                () -> navigation.go(new Place.AtRun(run.id())));
    }

    private PaletteEntry commitEntry(Run run) {
        String sha = run.headSha();
        return new PaletteEntry(
                Kind.COMMIT,
                safe(sha.length() > 7 ? sha.substring(0, 7) : sha),
                safe(run.title() + " · " + run.id().repository().name()),
                () -> navigation.go(new Place.AtRun(run.id())));
    }

    private static String safe(String text) {
        return SafeText.line(text, 120);
    }
}
