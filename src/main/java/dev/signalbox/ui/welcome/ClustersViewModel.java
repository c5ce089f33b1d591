package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.words.Problems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The fourth step: which clusters, and what is watched in them.
final class ClustersViewModel {

    private static final Set<String> LIVE = Set.of("live", "prd");

    private final SetupDesk desk;
    private final Asking asking;
    private final WizardModel wizard;
    private final InstantSource clock;
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ClusterDraft>> drafts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<String, List<String>>> listed = new ReadOnlyObjectWrapper<>(Map.of());
    private final Set<String> open = new HashSet<>();
    private boolean read;

    ClustersViewModel(SetupDesk desk, Asking asking, WizardModel wizard, InstantSource clock) {
        this.desk = desk;
        this.asking = asking;
        this.wizard = wizard;
        this.clock = clock;
    }

    /// The kubeconfig file that somebody names; empty for those of this machine.
    StringProperty fileProperty() {
        return file;
    }

    ReadOnlyObjectProperty<List<ClusterDraft>> drafts() {
        return drafts.getReadOnlyProperty();
    }

    /// Namespaces that a cluster told, by the name of its context.
    ReadOnlyObjectProperty<Map<String, List<String>>> listed() {
        return listed.getReadOnlyProperty();
    }

    Asking asking() {
        return asking;
    }

    /// Looks for the kubeconfig of this machine, unless something was read already. What was left out since is not
    /// chosen any more.
    void begin() {
        if (!read) {
            look();
        }
        wizard.leftOut().forEach(cluster -> drafts.set(drafts.get().stream()
                .map(draft -> draft.context().equals(cluster.context()) ? draft.choose(false) : draft).toList()));
    }

    /// Reads the file that is named, or those of this machine.
    void look() {
        List<Path> given;
        try {
            given = file.get().isBlank() ? List.of() : List.of(Path.of(file.get().strip()).toAbsolutePath());
        } catch (InvalidPathException odd) {
            asking.object("This cannot be a file: " + SafeText.line(file.get(), 200));
            return;
        }
        asking.ask("Reading the kubeconfig…", way -> desk.contexts(given), this::take);
    }

    private void take(ContextList found) {
        read = true;
        if (found.problems().isEmpty() || !found.contexts().isEmpty()) {
            describe(found.contexts());
        }
        if (!found.problems().isEmpty()) {
            asking.object(String.join(" ", found.problems()));
        } else if (found.contexts().isEmpty()) {
            asking.object("No context was found in " + found.files().stream().map(Path::toString)
                    .map(name -> SafeText.line(name, 120)).collect(Collectors.joining(", "))
                    + ". Name another file, or go on without clusters.");
        }
    }

    /// What somebody has said of a cluster stays: of those that are found again, and of those that they have chosen out of
    /// another file.
    private void describe(List<ContextChoice> contexts) {
        Map<ContextChoice, ClusterDraft> before = new HashMap<>();
        drafts.get().forEach(draft -> before.put(draft.context().besideOthers(), draft));
        Set<String> names = contexts.stream().map(ContextChoice::name).collect(Collectors.toSet());
        drafts.set(Stream.concat(
                drafts.get().stream().filter(draft -> draft.chosen() && !names.contains(draft.context().name())),
                contexts.stream().map(context -> before.containsKey(context.besideOthers())
                        ? before.get(context.besideOthers()).of(context)
                        : ClusterDraft.fresh(context, looksLikeProduction(context.name()))))
                .toList());
        Set<String> kept = drafts.get().stream().map(ClusterDraft::context)
                .filter(context -> before.containsKey(context.besideOthers()))
                .map(ContextChoice::name).collect(Collectors.toSet());
        Map<String, List<String>> told = new TreeMap<>(listed.get());
        told.keySet().retainAll(kept);
        listed.set(told);
    }

    private static boolean looksLikeProduction(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .anyMatch(part -> part.startsWith("prod") || LIVE.contains(part));
    }

    void choose(String context, boolean now) {
        change(context, draft -> draft.choose(now && draft.context().isUsable()));
        ClusterDraft draft = draft(context);
        if (now && draft.chosen() && (draft.context().command() == null || draft.trusted())) {
            ask(draft);
        }
    }

    void mark(String context, boolean production) {
        change(context, draft -> draft.mark(production));
    }

    /// Agrees to the credential program of a context, whose whole command was shown, or takes that back.
    void trust(String context, boolean now) {
        change(context, draft -> draft.trust(now));
        if (now) {
            ask(draft(context));
        }
    }

    /// @param typed names with commas or blanks between them
    void watch(String context, String typed) {
        change(context, draft -> draft.watch(names(typed)));
    }

    void toggle(String context, String namespace) {
        List<String> before = draft(context).namespaces();
        List<String> after = new ArrayList<>(before);
        if (!after.remove(namespace)) {
            after.add(namespace);
        }
        change(context, draft -> draft.watch(after));
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split("[,\\s]+")).filter(name -> !name.isEmpty()).distinct().toList();
    }

    /// Asks the cluster, and with it those whose answer somebody did not wait for.
    private void ask(ClusterDraft draft) {
        if (listed.get().containsKey(draft.context().name())) {
            return;
        }
        open.add(draft.context().name());
        // The one just ticked first: one of the others may be one that does not answer.
        List<ClusterDraft> wanted = drafts.get().stream()
                .filter(each -> open.contains(each.context().name()) && each.chosen() && each.mayBeAsked())
                .sorted(Comparator.comparing(each -> !each.context().equals(draft.context())))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        String names = wanted.stream().map(ClusterDraft::name).collect(Collectors.joining(", "));
        asking.ask("Asking " + names + " for " + (wanted.size() == 1 ? "its" : "their") + " namespaces…",
                way -> {
                    for (ClusterDraft each : wanted) {
                        NamespaceList told = desk.namespaces(each.context(), Set.copyOf(each.allowed()));
                        way.accept(() -> hear(each, told));
                    }
                    return true;
                },
                done -> {});
    }

    private void hear(ClusterDraft draft, NamespaceList told) {
        open.remove(draft.context().name());
        switch (told) {
            case NamespaceList.Listed(List<String> names) -> list(draft.context().name(), names);
            case NamespaceList.Forbidden(String sentence) -> object(sentence);
            case NamespaceList.Failed(var problem) ->
                    object(draft.name() + ": " + Problems.sentence(problem, clock.instant()));
        }
    }

    /// Beside what another cluster of the same question has told.
    private void object(String sentence) {
        String before = asking.problem().get();
        asking.object(before.isEmpty() ? sentence : before + " " + sentence);
    }

    private void list(String context, List<String> names) {
        Map<String, List<String>> all = new TreeMap<>(listed.get());
        all.put(context, names);
        listed.set(all);
    }

    void forward() {
        List<ClusterDraft> chosen = drafts.get().stream().filter(ClusterDraft::chosen).toList();
        String missing = chosen.stream().map(ClusterDraft::missing).filter(s -> !s.isEmpty()).findFirst().orElse("");
        if (!missing.isEmpty()) {
            asking.object(missing);
            return;
        }
        asking.cancel();
        Set<ConnectionId> taken = new HashSet<>(wizard.taken());
        wizard.chosen().accounts().forEach(account -> taken.add(account.id()));
        wizard.connect(chosen.stream().map(draft -> cluster(draft, taken)).toList());
        wizard.next();
    }

    private static Chosen.Cluster cluster(ClusterDraft draft, Set<ConnectionId> taken) {
        ConnectionId id = new ConnectionId(draft.name());
        for (int i = 2; !taken.add(id); i++) {
            id = new ConnectionId(draft.name() + " " + i);
        }
        // Production is looked at until somebody switches actions on.
        ClusterMark mark = draft.production() ? ClusterMark.PRODUCTION_READ_ONLY : ClusterMark.ORDINARY;
        return new Chosen.Cluster(id, draft.context(), draft.namespaces(), draft.allowed(), mark);
    }

    private ClusterDraft draft(String context) {
        return drafts.get().stream().filter(d -> d.context().name().equals(context)).findFirst().orElseThrow();
    }

    private void change(String context, UnaryOperator<ClusterDraft> change) {
        drafts.set(drafts.get().stream()
                .map(draft -> draft.context().name().equals(context) ? change.apply(draft) : draft).toList());
    }
}
