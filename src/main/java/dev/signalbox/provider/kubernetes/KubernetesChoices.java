package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.ClusterChoices;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ExecPlugin;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contexts of kubeconfig files, to choose from. Listing them runs no program and opens no connection.
final class KubernetesChoices implements ClusterChoices {

    private static final int PAGE = 500;
    /// A server that never ends a list must not keep us for ever.
    private static final int MOST_PAGES = 40;

    private static final int LONGEST = 200;
    /// What a person may be expected to look at before they agree to it: a few screens.
    private static final int LONGEST_COMMAND = 8_000;

    private final Supplier<List<Path>> found;
    private final String userAgent;
    private final ClusterRuntime runtime;

    KubernetesChoices(Supplier<List<Path>> found, String userAgent, ClusterRuntime runtime) {
        this.found = found;
        this.userAgent = userAgent;
        this.runtime = runtime;
    }

    @Override
    public ContextList find(List<Path> given) {
        List<Path> files = given.isEmpty() ? found.get() : given;
        Kubeconfig kubeconfig = Kubeconfig.load(files);
        String current = kubeconfig.currentContext();
        List<ContextChoice> contexts = kubeconfig.contexts().stream()
                .map(context -> choice(context, given, context.name().equals(current)))
                .toList();
        return new ContextList(
                files, contexts, kubeconfig.problems().stream().map(p -> SafeText.line(p, 2 * LONGEST)).toList());
    }

    private static ContextChoice choice(Kubeconfig.Context context, List<Path> given, boolean current) {
        return switch (context) {
            case Kubeconfig.Context.Refused(String name, String reason) ->
                    new ContextChoice(name, "", "", "", given, current, null, reason);
            case Kubeconfig.Context.Usable usable -> choice(
                    usable, given, current, command(usable.access().identity().plugin()));
        };
    }

    private static ContextChoice choice(
            Kubeconfig.Context.Usable usable, List<Path> given, boolean current, @Nullable ExecCommand command) {
        return new ContextChoice(
                usable.name(), SafeText.line(usable.access().server().toString(), LONGEST),
                SafeText.line(usable.user(), LONGEST), usable.namespace(), given, current, command,
                command == null || length(command) <= LONGEST_COMMAND
                        ? ""
                        : "The command that it wants to run for a credential is too long to be looked at.");
    }

    /// As long as it is to who reads it.
    private static int length(ExecCommand command) {
        return Stream.concat(command.line().stream(), command.variables().stream())
                .mapToInt(part -> SafeText.line(part).length() + 1)
                .sum();
    }

    private static @Nullable ExecCommand command(@Nullable ExecPlugin plugin) {
        return plugin == null
                ? null
                : new ExecCommand(
                        Stream.concat(Stream.of(plugin.command()), plugin.args().stream()).toList(),
                        List.copyOf(plugin.env().keySet()), plugin.hash(), plugin.file());
    }

    @Override
    public NamespaceList namespaces(ContextChoice context, Set<String> allowed) {
        List<Path> files = context.files().isEmpty() ? found.get() : context.files();
        Optional<Kubeconfig.Context> now = Kubeconfig.load(files).context(context.name());
        if (now.isEmpty()) {
            return failed("This context is no longer in the kubeconfig files.");
        }
        return switch (now.get()) {
            case Kubeconfig.Context.Refused(String name, String reason) -> failed(reason);
            case Kubeconfig.Context.Usable usable -> ask(usable, allowed);
        };
    }

    @Override
    public List<Workload> workloads(
            ConnectionId cluster, ContextChoice context, List<String> namespaces, Set<String> allowed)
            throws RemoteFailure {
        List<Path> files = context.files().isEmpty() ? found.get() : context.files();
        if (!(Kubeconfig.load(files).context(context.name())
                .orElse(null) instanceof Kubeconfig.Context.Usable usable)) {
            throw new RemoteFailure(new RemoteProblem.Unreadable("This context cannot be used any more."));
        }
        ClusterAccess access = usable.access();
        ApiPaths paths = new ApiPaths(access.server());
        List<Workload> all = new ArrayList<>();
        try (Transport transport = new Transport(access, userAgent, runtime.threads())) {
            ApiClient reading = client(transport, access, allowed);
            for (String namespace : namespaces) {
                for (WorkloadKind kind : WorkloadKind.values()) {
                    whole(reading, kind.plural(), page -> paths.apps(namespace, kind.plural(), page))
                            .forEach(item -> all.add(WorkloadMapping.body(cluster, kind, item).workload()));
                }
            }
        }
        return List.copyOf(all);
    }

    /// A list of which a server gives a page at a time; one that does not end is no list.
    ///
    /// @param address of a page, whose query is given
    private static List<JsonNode> whole(ApiClient reading, String what, Function<String, URI> address)
            throws RemoteFailure {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String query = "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + ApiPaths.query(next));
            JsonNode list = reading.read(ApiCall.get(address.apply(query))).json();
            list.path("items").forEach(items::add);
            next = Tree.text(list, "metadata", "continue");
            if (next.isEmpty()) {
                return items;
            }
        }
        throw new RemoteFailure(new RemoteProblem.Unreadable("More than " + PAGE * MOST_PAGES + " " + what));
    }

    private ApiClient client(Transport transport, ClusterAccess access, Set<String> allowed) {
        return new ApiClient(
                transport, Kubernetes.credentials(access, (file, command, hash) -> allowed.contains(hash), runtime),
                new Failures(runtime.clock()), runtime.ticker(), runtime.random(), Kubernetes.host(access.server()));
    }

    private NamespaceList ask(Kubeconfig.Context.Usable context, Set<String> allowed) {
        ClusterAccess access = context.access();
        try (Transport transport = new Transport(access, userAgent, runtime.threads())) {
            ApiClient reading = client(transport, access, allowed);
            List<String> names = new ArrayList<>();
            for (JsonNode item : whole(reading, "namespaces", new ApiPaths(access.server())::namespaces)) {
                String name = Tree.text(item, "metadata", "name");
                if (!name.isBlank()) {
                    names.add(name);
                }
            }
            return new NamespaceList.Listed(names.stream().sorted().toList());
        } catch (RemoteFailure e) {
            return e.problem() instanceof RemoteProblem.Forbidden
                    ? new NamespaceList.Forbidden(
                            "Your account may not list the namespaces of this cluster. Type the names"
                                    + " of those that you work in; the context's own is “"
                                    + SafeText.line(context.namespace(), LONGEST) + "”.")
                    : new NamespaceList.Failed(e.problem());
        }
    }

    private static NamespaceList failed(String sentence) {
        return new NamespaceList.Failed(new RemoteProblem.Unreadable(sentence));
    }
}
