package dev.signalbox.ui.link;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.link.DeepLink;
import dev.signalbox.domain.link.DeepLinks;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.shell.Place;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a link leads to on this console, and how a place here is called everywhere: connections have the names that
/// their user gave them, so links name the host.
final class LinkPlaces {

    private LinkPlaces() {}

    /// Places that the link means, the nearest first; none while no connection to its host is known.
    static List<Place> places(DeepLink link, ConsoleState state) {
        return switch (link) {
            case DeepLink.OfScreen(String id) -> List.of(new Place.AtScreen(id));
            case DeepLink.OfService(String service) -> List.of(new Place.AtService(service));
            case DeepLink.OfTarget(String service, String environment) ->
                    List.of(new Place.AtTarget(service, environment), new Place.AtService(service));
            case DeepLink.OfRun(DeepLink.RunName run) ->
                    run(run, state).<List<Place>>map(id -> List.of(new Place.AtRun(id))).orElse(List.of());
            case DeepLink.OfApproval(DeepLink.RunName run, String environment) ->
                    run(run, state)
                            .<List<Place>>map(id -> List.of(new Place.AtApproval(id, environment), new Place.AtRun(id)))
                            .orElse(List.of());
            case DeepLink.OfLine(DeepLink.RunName run, long job, int line) ->
                    run(run, state)
                            .<List<Place>>map(id -> List.of(new Place.AtLog(new JobKey(id, job), line)))
                            .orElse(List.of());
            case DeepLink.OfAction(String id) -> List.of(new Place.AtAction(new PlanId(id)));
        };
    }

    /// The link to a place; absent where it has a name that no link can carry.
    static Optional<DeepLink> link(Place place, ConsoleState state) {
        Optional<DeepLink> link = switch (place) {
            case Place.AtScreen(String id) -> Optional.of(new DeepLink.OfScreen(id));
            case Place.AtService(String service) -> Optional.of(new DeepLink.OfService(service));
            case Place.AtTarget(String service, String environment) ->
                    Optional.of(new DeepLink.OfTarget(service, environment));
            case Place.AtRun(RunId run) -> name(run, state).map(DeepLink.OfRun::new);
            case Place.AtApproval(RunId run, String environment) ->
                    name(run, state).map(name -> new DeepLink.OfApproval(name, environment));
            case Place.AtLog(JobKey job, int line) ->
                    name(job.run(), state).map(name -> new DeepLink.OfLine(name, job.job(), Math.max(1, line)));
            case Place.AtSetting setting -> Optional.empty();
            case Place.AtAction(PlanId action) -> Optional.of(new DeepLink.OfAction(action.text()));
        };
        return link.filter(made -> DeepLinks.parse(DeepLinks.text(made)).filter(made::equals).isPresent());
    }

    private static Optional<RunId> run(DeepLink.RunName name, ConsoleState state) {
        List<String> parts = name.repository();
        String owner = String.join("/", parts.subList(0, parts.size() - 1));
        return state.connections().values().stream()
                .filter(connection -> host(connection).filter(name.host()::equals).isPresent())
                .map(connection -> new RepositoryId(connection.id(), owner, parts.getLast()))
                .min(Comparator.comparing((RepositoryId id) -> !state.repositories().containsKey(id))
                        .thenComparing(RepositoryId::connection))
                .map(id -> new RunId(id, name.number()));
    }

    private static Optional<DeepLink.RunName> name(RunId run, ConsoleState state) {
        RepositoryId repository = run.repository();
        return Optional.ofNullable(state.connections().get(repository.connection()))
                .flatMap(LinkPlaces::host)
                .map(host -> new DeepLink.RunName(
                        host, List.of(repository.fullName().split("/", -1)), run.number()));
    }

    /// The provider's host as everybody writes it, whichever address the account was given.
    private static Optional<String> host(Connection connection) {
        String address = connection.address();
        if (connection.kind() == Connection.Kind.KUBERNETES || address.isBlank()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address.contains("://") ? address : "https://" + address);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            boolean github = host.equals("api.github.com") || host.equals("www.github.com");
            int usual = "http".equals(uri.getScheme()) ? 80 : 443;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return Optional.of((github ? "github.com" : host) + port);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
